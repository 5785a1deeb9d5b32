const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long after one attempt the next one is made, as Standard Webhooks advises; three days in all. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  DAY_MS,
]
/** Part of a wait that is added by chance, so that what failed together does not come back together. */
const MAX_JITTER = 0.1

/**
 * When the delivery that failed for the `attempts`th time at `at` is tried again; null: not any more. `chance` is 0 … 1. A receiver that
 * asks for more time gets it, up to a day.
 */
export function nextAttemptAt(
  attempts: number,
  {
    at,
    chance,
    retryAfterMs,
  }: { readonly at: number; readonly chance: number; readonly retryAfterMs: number | null },
): number | null {
  const wait = WAITS_MS[attempts - 1]
  if (wait === undefined) return null
  const asked = Math.min(retryAfterMs ?? 0, DAY_MS)
  return at + Math.max(Math.round(wait * (1 + MAX_JITTER * chance)), asked)
}
