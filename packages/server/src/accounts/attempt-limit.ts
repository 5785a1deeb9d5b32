/** Lets attempts through at a bounded rate per key. */
export interface AttemptLimit {
  /** Takes one attempt of `key` at the instant `at`: 0, or the milliseconds until the next one is allowed. */
  take(key: string, at: number): number
  /** Gives one attempt back, because it turned out not to be a guess. */
  giveBack(key: string): void
}

export interface AttemptRate {
  /** Attempts that may come at once. */
  readonly burst: number
  /** After that one more every so many milliseconds. */
  readonly everyMs: number
}

/** Keys remembered at most; the one used longest ago is forgotten first, so that memory stays bounded. */
const MAX_KEYS = 20_000

/** A token bucket per key, in memory of this process. */
export function createAttemptLimit({ burst, everyMs }: AttemptRate): AttemptLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()

  function bucketOf(key: string, at: number) {
    const known = buckets.get(key)
    buckets.delete(key)
    const bucket = known
      ? { tokens: Math.min(burst, known.tokens + Math.max(0, at - known.at) / everyMs), at }
      : { tokens: burst, at }
    buckets.set(key, bucket)
    if (buckets.size > MAX_KEYS) forgetOldest()
    return bucket
  }

  function forgetOldest(): void {
    const oldest = buckets.keys().next()
    if (!oldest.done) buckets.delete(oldest.value)
  }

  return {
    take(key, at) {
      const bucket = bucketOf(key, at)
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * everyMs)
      bucket.tokens -= 1
      return 0
    },
    giveBack(key) {
      const bucket = buckets.get(key)
      if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
    },
  }
}
