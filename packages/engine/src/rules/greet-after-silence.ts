import { DAY_MS } from '../time/duration.ts'

/**
 * Greets a buyer only when shop and buyer have not been in contact for the profile's idle days (WEL-01, WEL-03). Returns null when
 * the greeting is due, else the whole days since the last contact.
 */
export function greetAfterSilence(
  at: number,
  lastContactAt: number | null,
  idleDays: number | null,
): number | null {
  if (lastContactAt === null || idleDays === null) return null
  const silence = at - lastContactAt
  return silence >= idleDays * DAY_MS ? null : Math.floor(silence / DAY_MS)
}
