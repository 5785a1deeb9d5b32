const FIRST_MS = 1_000
const LONGEST_MS = 30_000

/**
 * Longest wait before the next attempt after `failures` failed ones in a row (1, 2, 3 …): 1 s, 2 s, 4 s … 30 s.
 * The shell draws the wait evenly between nothing and this (full jitter), so that the buyers of a server that comes back
 * do not all return in the same moment.
 */
export function backoffMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
}
