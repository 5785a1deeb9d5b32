import type { BuyerLimits } from '../../packages/server/src/socket/buyer-limits.ts'
import { UNTIMED_LIMITS } from '../../packages/server/src/test-clock/untimed-limits.ts'

/** Limits that no test of something else can reach. */
export const NO_LIMITS: BuyerLimits = UNTIMED_LIMITS
