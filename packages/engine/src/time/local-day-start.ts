import { DAY_MS, HOUR_MS } from './duration.ts'
import { localDay } from './local-day.ts'

/** Days last up to 25 hours; so long before an instant it is an earlier day in every zone. */
const LONGER_THAN_A_DAY_MS = DAY_MS + 2 * HOUR_MS

/** The first instant of the calendar day that `at` belongs to in an IANA zone (FAQ-12), whatever the clocks do on that day. */
export function localDayStart(at: number, timeZone: string): number {
  const day = localDay(at, timeZone)
  let [before, inside] = [at - LONGER_THAN_A_DAY_MS, at]
  while (inside - before > 1) {
    const middle = before + Math.floor((inside - before) / 2)
    if (localDay(middle, timeZone) === day) inside = middle
    else before = middle
  }
  return inside
}
