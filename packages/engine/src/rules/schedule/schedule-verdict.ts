import type { DayRange } from '@shopbell/protocol'
import { wallTime, weekdayOf, type WallTime } from '../../time/wall-time.ts'
import type { PlannedDates, Schedule } from './schedule.ts'

const DAY_MINUTES = 1_440
const ALL_DAY: readonly DayRange[] = [{ from: 0, until: DAY_MINUTES }]

/** What a schedule says of an instant, and what decided it: the mode, the week, or dates that differ from it. */
export interface ScheduleVerdict {
  readonly on: boolean
  readonly by: 'mode' | 'week' | 'dates'
  /** The exception that decided, where one did. */
  readonly exception?: string
}

/**
 * Says whether a schedule is on at an instant, and by which of its rules (SCH-01, SCH-06, SCH-07, SCH-08). The instant is when the
 * server received what the buyer did (SCH-09). Judged by the wall clock of the schedule's zone, so a range within an hour that a day
 * leaves out has no length, and one within an hour that comes twice is on twice. Dates decide the whole of their days: a range of the
 * evening before ends at their midnight, while their own last range goes on into the next day.
 */
export function scheduleVerdict(schedule: Schedule, at: number): ScheduleVerdict {
  if (schedule.mode !== 'custom') return { on: schedule.mode === 'always', by: 'mode' }
  const { day, minute } = wallTime(at, schedule.timeZone)
  const dates = datesAt(schedule, day)
  const on = isOnWall(schedule, { day, minute }, dates)
  return dates === null ? { on, by: 'week' } : { on, by: 'dates', exception: dates.id }
}

/** `scheduleVerdict` without its reason. */
export function isOn(schedule: Schedule, at: number): boolean {
  if (schedule.mode !== 'custom') return schedule.mode === 'always'
  const wall = wallTime(at, schedule.timeZone)
  return isOnWall(schedule, wall, datesAt(schedule, wall.day))
}

/** The dates that decide a day; null: the week does. */
export function datesAt({ dates }: Schedule, day: number): PlannedDates | null {
  for (const dated of dates) if (dated.from <= day && day <= dated.through) return dated
  return null
}

/** The ranges that begin on a day. */
export function rangesOn({ week }: Schedule, day: number, dates: PlannedDates | null): readonly DayRange[] {
  switch (dates?.plan.does) {
    case undefined:
      return week[weekdayOf(day)] ?? []
    case 'closed':
      return []
    case 'allDay':
      return ALL_DAY
    case 'ranges':
      return dates.plan.ranges
    case 'like':
      return week[dates.plan.weekday] ?? []
  }
}

/** The ranges that began on the day before and may reach into this one. */
export function rangesBefore(
  schedule: Schedule,
  day: number,
  dates: PlannedDates | null,
): readonly DayRange[] {
  // A Saturday like a Monday has a Monday's early morning, too, which began on Sunday evening.
  if (dates?.plan.does === 'like') return schedule.week[(dates.plan.weekday + 6) % 7] ?? []
  const before = datesAt(schedule, day - 1)
  return dates === null || dates === before ? rangesOn(schedule, day - 1, before) : []
}

function isOnWall(schedule: Schedule, { day, minute }: WallTime, dates: PlannedDates | null): boolean {
  return (
    covers(rangesOn(schedule, day, dates), minute) ||
    covers(rangesBefore(schedule, day, dates), minute + DAY_MINUTES)
  )
}

function covers(ranges: readonly DayRange[], minute: number): boolean {
  for (const { from, until } of ranges) if (from <= minute && minute < until) return true
  return false
}
