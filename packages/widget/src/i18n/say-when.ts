import type { Speech } from './words.ts'

const DAY_MS = 86_400_000

/** The time of day as the buyer's own clock shows it. `at` is a UTC instant in milliseconds. */
export function sayTime(at: number, { locale }: Speech): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** "Today", "Yesterday", or the date; seen from `now`. */
export function sayDay(at: number, now: number, { locale, words }: Speech): string {
  const day = dayOf(at)
  if (day === dayOf(now)) return words.today
  if (day === dayOf(now - DAY_MS)) return words.yesterday
  return new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
}

/** The buyer's local calendar day. */
export function dayOf(at: number): string {
  return new Date(at).toDateString()
}
