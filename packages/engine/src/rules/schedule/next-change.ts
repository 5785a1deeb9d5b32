import type { DayRange } from '@shopbell/protocol'
import { DAY_MS, MINUTE_MS } from '../../time/duration.ts'
import { wallTime } from '../../time/wall-time.ts'
import { clockChange, zoneOffset } from '../../time/zone-offset.ts'
import type { Schedule } from './schedule.ts'
import { datesAt, isOn, rangesBefore, rangesOn } from './schedule-verdict.ts'

const DAY_MINUTES = 1_440
/** Days looked at: longer than the longest exception. What changes later is not worth telling. */
const MAX_DAYS = 400
/** A week and the days of both its ends: where no dates come, nothing changes that did not change within them. */
const PLAIN_DAYS = 9

/** The next instant after `at` at which the schedule goes on or off; null: it stays as it is for more than a year. */
export function nextChange(schedule: Schedule, at: number): number | null {
  if (schedule.mode !== 'custom') return null
  const on = isOn(schedule, at)
  const { day } = wallTime(at, schedule.timeZone)
  const days = Math.min(
    MAX_DAYS,
    PLAIN_DAYS + Math.max(0, ...schedule.dates.map(({ through }) => through - day)),
  )
  for (let ahead = -1; ahead <= days; ahead += 1) {
    const found = changeWithin(schedule, day + ahead, at, on)
    if (found === null) continue
    // Where clocks go back over midnight, the next day shows before this one is over.
    return Math.min(found, changeWithin(schedule, day + ahead + 1, at, on) ?? found)
  }
  return null
}

/** When the schedule is next on: now, later, or null where not within a year. */
export function nextOn(schedule: Schedule, at: number): number | null {
  return isOn(schedule, at) ? at : nextChange(schedule, at)
}

function changeWithin(schedule: Schedule, day: number, at: number, on: boolean): number | null {
  for (const instant of boundaries(schedule, day)) {
    if (instant > at && isOn(schedule, instant) !== on) return instant
  }
  return null
}

/** Every instant at which the wall shows this day and something may change, in order. */
function boundaries(schedule: Schedule, day: number): readonly number[] {
  const { timeZone } = schedule
  const dates = datesAt(schedule, day)
  const minutes = new Set([
    0,
    ...edges(rangesOn(schedule, day, dates), 0),
    ...edges(rangesBefore(schedule, day, dates), DAY_MINUTES),
  ])
  const midnight = day * DAY_MS
  // No wall is more than a day and a half from UTC, and no zone changes its clocks twice within days.
  const [begin, end] = [midnight - 1.5 * DAY_MS, midnight + 2.5 * DAY_MS]
  const change = clockChange(begin, end, timeZone)
  const offsets = new Set([zoneOffset(begin, timeZone), zoneOffset(end, timeZone)])
  const instants = [...minutes].flatMap((minute) =>
    [...offsets].map((offset) => midnight + minute * MINUTE_MS - offset),
  )
  return [...instants, ...(change === null ? [] : [change])]
    .filter((instant) => wallTime(instant, timeZone).day === day)
    .sort((a, b) => a - b)
}

function edges(ranges: readonly DayRange[], shift: number): readonly number[] {
  return ranges
    .flatMap(({ from, until }) => [from - shift, until - shift])
    .filter((minute) => minute > 0 && minute < DAY_MINUTES)
}
