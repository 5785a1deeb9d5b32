import { type CalendarEvent, readEvent } from './calendar-event.ts'
import { type CalendarRead, faulty, readEach, understood } from './calendar-fault.ts'
import { contentLines } from './content-lines.ts'
import { eventLines } from './event-lines.ts'
import { MAX_EXCEPTION_DAYS } from '@shopbell/protocol'
import { recurringDays } from './recurring-days.ts'

/** The largest calendar file that is read, in bytes. */
export const MAX_CALENDAR_BYTES = 1_048_576

/** How far ahead dates are taken. Holidays further away are seldom fixed yet. */
export const DAYS_AHEAD = 730

/** Ten times what the list of exceptions holds: nobody looks through more of them. */
const MAX_DAYS = 2_000

/** Each takes time to work out. */
const MAX_REPEATED = 500

/** Days with a name, as days since 1970-01-01, both included. */
export interface NamedDays {
  readonly name: string
  readonly from: number
  readonly through: number
}

/** What a calendar says of the days to come, in order, and how many of its entries say nothing of them. */
export interface CalendarDates {
  readonly dates: readonly NamedDays[]
  readonly leftOut: Readonly<Record<'timed' | 'cancelled' | 'past' | 'later', number>>
}

/**
 * The whole days of a calendar file (SCH-08): those not over on `today` and not beyond the next two years. Days of one name that follow
 * each other are one. All or nothing: the first fault and its line, or everything.
 */
export function readCalendarFile(bytes: Uint8Array, today: number): CalendarRead<CalendarDates> {
  const lines = contentLines(bytes)
  if (!lines.ok) return lines
  const entries = eventLines(lines.value)
  if (!entries.ok) return entries
  const read = readEach(entries.value, readEvent)
  return read.ok ? datesFrom(read.value, today) : read
}

function datesFrom(
  entries: readonly (CalendarEvent | 'timed' | 'cancelled')[],
  today: number,
): CalendarRead<CalendarDates> {
  const events = entries.filter((one) => typeof one === 'object')
  const replaced = replacedDays(events)
  const leftOut = { timed: 0, cancelled: 0, past: 0, later: 0 }
  const dates: NamedDays[] = []
  let repeated = 0
  for (const one of entries) {
    if (typeof one === 'string') {
      leftOut[one] += 1
      continue
    }
    const instead = one.insteadOf === null ? replaced.get(one.uid) : undefined
    if (one.rule) repeated += 1
    if (repeated > MAX_REPEATED) return faulty(one.line, 'TOO_MANY')
    const starts = startsOf(one, today)
    if (!starts.ok) return starts
    const coming = [...new Set(starts.value)].filter((day) => !one.notOn.has(day) && !instead?.has(day))
    if (coming.length === 0) leftOut[one.start > today ? 'later' : 'past'] += 1
    dates.push(...coming.map((from) => ({ name: one.name, from, through: from + one.length - 1 })))
    if (dates.length > MAX_DAYS) return faulty(one.line, 'TOO_MANY')
  }
  return understood({ dates: joined(dates), leftOut })
}

/** Which days of a repeated entry have an entry of their own. */
function replacedDays(events: readonly CalendarEvent[]): ReadonlyMap<string, ReadonlySet<number>> {
  const replaced = new Map<string, Set<number>>()
  for (const { uid, insteadOf } of events) {
    if (insteadOf === null) continue
    const days = replaced.get(uid)
    if (days) days.add(insteadOf)
    else replaced.set(uid, new Set([insteadOf]))
  }
  return replaced
}

function startsOf(
  { start, length, rule, alsoOn }: CalendarEvent,
  today: number,
): CalendarRead<readonly number[]> {
  const [from, through] = [today - length + 1, today + DAYS_AHEAD]
  const single = [...(rule ? [] : [start]), ...alsoOn].filter((day) => day >= from && day <= through)
  const recurring = rule ? recurringDays(rule, start, from, through) : understood([])
  return recurring.ok ? understood([...single, ...recurring.value]) : recurring
}

function joined(dates: readonly NamedDays[]): readonly NamedDays[] {
  const latest = new Map<string, NamedDays>()
  const done: NamedDays[] = []
  for (const next of dates.toSorted((a, b) => a.from - b.from || a.through - b.through)) {
    const last = latest.get(next.name)
    const through = Math.max(last?.through ?? 0, next.through)
    const joins =
      last !== undefined && next.from <= last.through + 1 && through - last.from < MAX_EXCEPTION_DAYS
    if (last && !joins) done.push(last)
    latest.set(next.name, joins ? { ...last, through } : next)
  }
  return [...done, ...latest.values()].sort((a, b) => a.from - b.from || a.through - b.through)
}
