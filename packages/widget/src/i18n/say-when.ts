import type { Speech } from './words.ts'

const DAY_MS = 86_400_000

/** The time of day as the buyer's own clock shows it. `at` is a UTC instant in milliseconds. */
export function sayTime(at: number, { locale }: Speech): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** "today", "yesterday" or "tomorrow" seen from `now`, else the date. */
export function sayDay(at: number, now: number, { locale }: Speech): string {
  const days = Math.round((midnightOf(at) - midnightOf(now)) / DAY_MS)
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
}

/** The beginning of the buyer's local day; rounding above takes care of days of 23 and 25 hours. */
export function midnightOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
