/** How often something may happen: `burst` at once, then one more every `everyMs`. */
export interface Rate {
  readonly burst: number
  readonly everyMs: number
}

export interface TokenBucket {
  /** Takes one token at the instant `at`: 0, or the milliseconds until there is one again. */
  readonly take: (at: number) => number
}

/** The limit of one socket. Limits per buyer and per address are `AttemptLimit`s, which hold many such buckets. */
export function createTokenBucket({ burst, everyMs }: Rate): TokenBucket {
  let tokens = burst
  let filledAt = 0
  return {
    take: (at) => {
      tokens = Math.min(burst, tokens + Math.max(0, at - filledAt) / everyMs)
      filledAt = at
      if (tokens < 1) return Math.ceil((1 - tokens) * everyMs)
      tokens -= 1
      return 0
    },
  }
}
