/** A buyer who has waited so long, with nobody there, is told of by mail. */
export const TOLD_AFTER_MS = 5 * 60_000
/** Letters to one account are at least so far apart. */
const APART_MS = 30 * 60_000

export interface DigestFacts {
  /** Since when each buyer of the store waits. */
  readonly waitingSince: readonly number[]
  /** How many people of the store are here, busy or not. */
  readonly peopleHere: number
  readonly wantsMail: boolean
  /** When the account was last told; null: never. */
  readonly mailedAt: number | null
}

export interface DueDigest {
  /** How many wait, those that were told of before included. */
  readonly waiting: number
  readonly longestMs: number
}

/**
 * Whether an account is told by mail that buyers wait; null: not now. Only while nobody of the store is here (OFF-02), only when
 * somebody waits of whom the last letter did not tell, and never often.
 */
export function dueDigest(
  now: number,
  { waitingSince, peopleHere, wantsMail, mailedAt }: DigestFacts,
): DueDigest | null {
  if (!wantsMail || peopleHere > 0) return null
  if (mailedAt !== null && now - mailedAt < APART_MS) return null
  const long = waitingSince.filter((since) => now - since >= TOLD_AFTER_MS)
  const isNews = long.some((since) => mailedAt === null || since > mailedAt - TOLD_AFTER_MS)
  return isNews ? { waiting: long.length, longestMs: now - Math.min(...long) } : null
}
