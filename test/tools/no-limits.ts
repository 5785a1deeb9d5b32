import type { BuyerLimits } from '../../packages/server/src/socket/buyer-limits.ts'

/** Limits that no test of something else can reach. */
export const NO_LIMITS: BuyerLimits = {
  framesPerSocket: { burst: 1_000_000, everyMs: 0.001 },
  sendsPerBuyer: { burst: 1_000_000, everyMs: 0.001 },
  sendsPerAddress: { burst: 1_000_000, everyMs: 0.001 },
  newBuyersPerAddress: { burst: 1_000_000, everyMs: 0.001 },
  socketsPerAddress: { burst: 1_000_000, everyMs: 0.001 },
  refusalsPerSocket: 1_000_000,
}
