const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A mail server that is away for longer is no accident any more; and most links in letters are good for a day. */
export const GIVE_UP_AFTER_MS = 24 * HOUR_MS

/**
 * When a letter that failed at `at` is tried again: after one minute, then two, four … and every hour in the end. Null: it was
 * queued a day ago, give up.
 */
export function nextTryAt(
  { queuedAt, tries }: { readonly queuedAt: number; readonly tries: number },
  at: number,
): number | null {
  const next = at + Math.min(HOUR_MS, MINUTE_MS * 2 ** (tries - 1))
  return next - queuedAt >= GIVE_UP_AFTER_MS ? null : next
}
