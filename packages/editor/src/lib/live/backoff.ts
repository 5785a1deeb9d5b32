const FIRST_MS = 500
const LONGEST_MS = 30_000

/**
 * How long to wait before the next attempt: a random part of a time that doubles, so that the consoles of a restarted server
 * do not come back in one moment. `attempt` counts from 1; `chance` is in [0, 1).
 */
export function backoff(attempt: number, chance: number): number {
  return Math.round(chance * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt))
}
