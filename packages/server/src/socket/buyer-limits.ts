import type { AttemptRate } from '../accounts/attempt-limit.ts'

/** How much buyers may do. Generous for people and their outboxes after a tunnel, tight for programs. */
export interface BuyerLimits {
  /** Frames of any kind on one socket. */
  readonly framesPerSocket: AttemptRate
  /** Messages of one buyer, from all tabs. */
  readonly sendsPerBuyer: AttemptRate
  /** Messages from one address: an office, a school, a bot. */
  readonly sendsPerAddress: AttemptRate
  readonly newBuyersPerAddress: AttemptRate
  readonly socketsPerAddress: AttemptRate
  /** A socket that goes on after so many refusals for being too fast, or frames not understood, is closed (4429, 4400). */
  readonly refusalsPerSocket: number
}

export const BUYER_LIMITS: BuyerLimits = {
  framesPerSocket: { burst: 100, everyMs: 50 },
  sendsPerBuyer: { burst: 20, everyMs: 1_000 },
  sendsPerAddress: { burst: 400, everyMs: 50 },
  newBuyersPerAddress: { burst: 120, everyMs: 5_000 },
  socketsPerAddress: { burst: 400, everyMs: 100 },
  refusalsPerSocket: 50,
}
