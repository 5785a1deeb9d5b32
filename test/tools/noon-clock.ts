import type { Clock } from '../../packages/server/src/clock.ts'

const DAY_MS = 86_400_000
/** Noon of the demo shop, which is in Shanghai, after the beginning of a day in UTC. */
const NOON_MS = 4 * 3_600_000

const aheadMs = DAY_MS - ((Date.now() - NOON_MS) % DAY_MS)

/**
 * Runs like the machine's clock, and has just been at noon where the demo shop is: what a shop does once a day is not done again
 * because a test happened to meet midnight.
 */
export const noonClock: Clock = { now: () => Date.now() + aheadMs }
