const DAY = 1_440

/** `540` as `09:00`; the end of a day is `24:00`, and minutes of the next day are told as that day's. */
export function clockOf(minute: number): string {
  const shown = minute > DAY ? minute - DAY : minute
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}

/** `09:00` as `540`; null: it is no time. */
export function minuteOf(clock: string): number | null {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(clock) ?? []
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute)
}

/** A range from two times of day; an end that is not after the beginning lies on the next day, and 00:00 is a day's end. */
export function rangeBetween(from: number, end: number): { from: number; until: number } {
  return { from, until: end <= from ? end + DAY : end }
}

/** The weekday's name; 0 is Monday. */
export function weekdayName(locale: string, weekday: number, length: 'short' | 'long' = 'short'): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + weekday),
  )
}
