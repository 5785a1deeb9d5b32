import { readDay } from './calendar-day.ts'
import { type CalendarRead, faulty, understood } from './calendar-fault.ts'
import type { ContentLine } from './content-lines.ts'

/** How often a day comes back (RFC 5545, 3.3.10), as far as whole days need it. */
export interface RecurrenceRule {
  readonly line: number
  /** In capitals, such as `FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO`; `UNTIL` is a date. */
  readonly text: string
}

const listOf = (one: string) => new RegExp(`^${one}(,${one})*$`)
const WEEKDAY = '(MO|TU|WE|TH|FR|SA|SU)'

/** What else a rule can have is for times of day, or so rare that it is refused: the library would leave it out and guess. */
const PARTS: ReadonlyMap<string, RegExp> = new Map([
  ['FREQ', /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ['INTERVAL', /^[1-9]\d{0,3}$/],
  ['COUNT', /^[1-9]\d{0,4}$/],
  ['UNTIL', /^\d{8}(T\d{6}Z?)?$/],
  ['WKST', new RegExp(`^${WEEKDAY}$`)],
  ['BYMONTH', listOf('(0?[1-9]|1[0-2])')],
  ['BYMONTHDAY', listOf('[+-]?(0?[1-9]|[12]\\d|3[01])')],
  ['BYDAY', listOf(`([+-]?(0?[1-9]|[1-4]\\d|5[0-2]))?${WEEKDAY}`)],
  ['BYSETPOS', listOf('[+-]?[1-9]\\d{0,2}')],
])

export function readRule({ line, value }: ContentLine): CalendarRead<RecurrenceRule> {
  const unknown = faulty(line, 'RULE_UNKNOWN')
  const parts = new Map<string, string>()
  for (const part of value.toUpperCase().split(';')) {
    const [key = '', said = ''] = part.split('=')
    if (!PARTS.get(key)?.test(said) || parts.has(key)) return unknown
    parts.set(key, said)
  }
  if (!parts.has('FREQ') || mixesDaysOfYear(parts)) return unknown
  const end = readDay(parts.get('UNTIL') ?? '19700101', line)
  if (!end.ok) return end
  // The last day counts, whatever the time on it.
  const text = [...parts].map(([key, said]) => `${key}=${key === 'UNTIL' ? said.slice(0, 8) : said}`)
  return understood({ line, text: text.join(';') })
}

/**
 * Numbered weekdays of a whole year beside other days: rrule-temporal 2.2.8 (https://github.com/ggaabe/rrule-temporal) forgets the others.
 * Goes when a newer one gives them all.
 */
function mixesDaysOfYear(parts: ReadonlyMap<string, string>): boolean {
  const weekdays = parts.get('BYDAY')?.split(',') ?? []
  const numbered = weekdays.filter((one) => one.length > 2).length
  if (parts.get('FREQ') !== 'YEARLY' || parts.has('BYMONTH') || numbered === 0) return false
  return parts.has('BYMONTHDAY') || numbered < weekdays.length
}
