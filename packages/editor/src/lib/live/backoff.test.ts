import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test.for([
  ['the first wait is at most a second', 1, 1_000],
  ['every further one at most twice as long', 2, 2_000],
  ['and never longer than half a minute', 20, 30_000],
] as const)('%s', ([, attempt, longest]) => {
  expect(backoff(attempt, 0.999_999)).toBe(longest)
  expect(backoff(attempt, 0)).toBe(0)
})
