import { type CalendarRead, faulty, understood } from './calendar-fault.ts'
import { readDay } from './calendar-day.ts'
import type { ContentLine } from './content-lines.ts'

/** How often a day comes back (RFC 5545, 3.3.10), as far as whole days need it. An empty list rules nothing out. */
export interface RecurrenceRule {
  readonly each: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count: number | null
  /** The last day it may be. */
  readonly until: number | null
  /** 1 is January. */
  readonly months: readonly number[]
  /** -1 is the last of the month. */
  readonly monthDays: readonly number[]
  /** `nth` of the month or year, from the end where negative; null: each. 0 is Monday. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | null }[]
  /** Which of the days found in a period are meant; -1 is the last. */
  readonly positions: readonly number[]
  readonly weekBegins: number
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const EACH = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

/** What else a rule can have is for times of day, or so rare that it is refused rather than guessed. */
const KEYS = new Set([
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'],
  ...['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
])

export function readRule({ line, value }: ContentLine): CalendarRead<RecurrenceRule> {
  const unknown = faulty(line, 'RULE_UNKNOWN')
  const parts = new Map<string, string>()
  for (const part of value.toUpperCase().split(';')) {
    const [key = '', said = ''] = part.split('=')
    if (!KEYS.has(key) || said === '' || parts.has(key)) return unknown
    parts.set(key, said)
  }
  const each = EACH.find((one) => one === parts.get('FREQ'))
  const interval = numberIn(parts.get('INTERVAL') ?? '1', 1, 9_999)
  const count = parts.has('COUNT') ? numberIn(parts.get('COUNT'), 1, 99_999) : null
  const months = numbersIn(parts.get('BYMONTH'), 1, 12)
  const monthDays = numbersIn(parts.get('BYMONTHDAY'), -31, 31)
  const positions = numbersIn(parts.get('BYSETPOS'), -366, 366)
  const weekdays = listOf(parts.get('BYDAY')).map(weekdayIn)
  const weekBegins = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')
  if (each === undefined || interval === undefined || count === undefined || weekBegins === -1) return unknown
  if (!months || !monthDays || !positions || !weekdays.every((one) => one !== null)) return unknown
  const end = parts.get('UNTIL')
  const until = end === undefined ? null : readDay(end, line)
  if (until?.ok === false) return until
  return understood({
    ...{ each, interval, count, until: until?.value.day ?? null },
    ...{ months, monthDays, weekdays, positions, weekBegins },
  })
}

const listOf = (said: string | undefined): readonly string[] => said?.split(',') ?? []

function numberIn(said: string | undefined, least: number, most: number): number | undefined {
  const number = /^[+-]?\d{1,5}$/.test(said ?? '') ? Number(said) : 0
  return number === 0 || number < least || number > most ? undefined : number
}

function numbersIn(said: string | undefined, least: number, most: number): readonly number[] | null {
  const numbers = listOf(said).map((one) => numberIn(one, least, most))
  return numbers.every((one) => one !== undefined) ? numbers : null
}

function weekdayIn(said: string): RecurrenceRule['weekdays'][number] | null {
  const [, nth, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(said) ?? []
  const weekday = WEEKDAYS.indexOf(name)
  if (weekday === -1 || (nth !== undefined && Number(nth) === 0)) return null
  return { weekday, nth: nth === undefined ? null : Number(nth) }
}
