import { DAY_MS, HOUR_MS } from './duration.ts'
import { localDay } from './local-day.ts'

/** Days last up to 25 hours; so long after an instant it is a later day in every zone. */
const LONGER_THAN_A_DAY_MS = DAY_MS + 2 * HOUR_MS

/** The first instant after the calendar day that `at` belongs to in an IANA zone (PRF-02), whatever the clocks do on that day. */
export function localDayEnd(at: number, timeZone: string): number {
  const day = localDay(at, timeZone)
  let [inside, after] = [at, at + LONGER_THAN_A_DAY_MS]
  while (after - inside > 1) {
    const middle = inside + Math.floor((after - inside) / 2)
    if (localDay(middle, timeZone) === day) inside = middle
    else after = middle
  }
  return after
}
