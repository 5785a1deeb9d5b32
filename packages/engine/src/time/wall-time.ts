import { DAY_MS, MINUTE_MS } from './duration.ts'
import { zoneOffset } from './zone-offset.ts'

/** What a clock on the wall shows: days since 1970-01-01 on its calendar, and whole minutes since that day's midnight. */
export interface WallTime {
  readonly day: number
  readonly minute: number
}

/** The wall clock of a zone at an instant. */
export function wallTime(at: number, timeZone: string): WallTime {
  const wall = at + zoneOffset(at, timeZone)
  const day = Math.floor(wall / DAY_MS)
  return { day, minute: Math.floor((wall - day * DAY_MS) / MINUTE_MS) }
}

/** The weekday of a day: 0 is Monday. The first day, 1970-01-01, was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The day a calendar date names; NaN where the text is no date. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The calendar date `YYYY-MM-DD` of a day, counted from 1970-01-01 = 0. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
