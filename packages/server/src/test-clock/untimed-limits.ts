import type { BuyerLimits } from '../socket/buyer-limits.ts'

const PLENTY = { burst: 1_000_000, everyMs: 0.001 }

/** What buyers may do where a test moves the time: limits per time mean nothing there. */
export const UNTIMED_LIMITS: BuyerLimits = {
  framesPerSocket: PLENTY,
  sendsPerBuyer: PLENTY,
  sendsPerAddress: PLENTY,
  newBuyersPerAddress: PLENTY,
  socketsPerAddress: PLENTY,
  refusalsPerSocket: 1_000_000,
}
