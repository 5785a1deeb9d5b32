import { localDay } from '../time/local-day.ts'

/** Says whether the reception was already delivered on this calendar day of the store (FAQ-11, FAQ-12). */
export function receivedToday(at: number, receivedAt: number | null, timeZone: string): boolean {
  return receivedAt !== null && localDay(receivedAt, timeZone) === localDay(at, timeZone)
}
