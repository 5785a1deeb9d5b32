import { DAY_MS } from './duration.ts'
import { zoneOffset } from './zone-offset.ts'

/**
 * The calendar day of an instant in an IANA zone, as `YYYY-MM-DD` (FAQ-12). Through Intl; the engine has no clock of its own. A zone
 * the runtime does not know counts as UTC: saving one is refused, and a conversation must not end over it.
 */
export function localDay(at: number, timeZone: string): string {
  const day = Math.floor((at + zoneOffset(at, timeZone)) / DAY_MS)
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
