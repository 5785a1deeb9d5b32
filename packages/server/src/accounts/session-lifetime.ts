import type { AccountSessionRow } from '../store/account-sessions.ts'

const HOUR_MS = 3_600_000

/** A session ends after this long without a request, and in any case this long after signing in (reliability: A10). */
export const SESSION_IDLE_MS = 12 * HOUR_MS
export const SESSION_ABSOLUTE_MS = 7 * 24 * HOUR_MS

/** The last use of a session or a token is written down at most this often. */
export const TOUCH_EVERY_MS = 60_000

export function isLiveSession({ seenAt, expiresAt }: AccountSessionRow, at: number): boolean {
  return at < expiresAt && at - seenAt < SESSION_IDLE_MS
}
