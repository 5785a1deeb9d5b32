import { dateOfDay } from '@shopbell/engine'
import { RRuleTemporal } from 'rrule-temporal'
import { type CalendarRead, faulty, understood } from './calendar-fault.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'

const DAY_MS = 86_400_000

/** How many days, weeks, months or years are looked at until those that are wanted, and how many days in them: a rule can have no end. */
const BOUNDS = { maxIterations: 2_000, maxCandidateEvaluations: 10_000 }

/** Days since 1970-01-01 on which a rule that begins at `start` falls, of those from `from` through `through`. */
export function recurringDays(
  { line, text }: RecurrenceRule,
  start: number,
  from: number,
  through: number,
): CalendarRead<readonly number[]> {
  const rruleString = `DTSTART;VALUE=DATE:${dateOfDay(start).replaceAll('-', '')}\nRRULE:${text}`
  try {
    const rule = new RRuleTemporal({ rruleString, ...BOUNDS, strict: true, cache: false })
    const found = rule.between(new Date(from * DAY_MS), new Date(through * DAY_MS), true)
    return understood(found.map(({ epochMilliseconds }) => epochMilliseconds / DAY_MS))
  } catch {
    return faulty(line, 'RULE_UNKNOWN')
  }
}
