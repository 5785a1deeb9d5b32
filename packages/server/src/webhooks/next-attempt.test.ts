import { expect, test } from 'vitest'
import { nextAttemptAt } from './next-attempt.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND
const AT = 1_000_000
const after = (attempts: number, chance = 0, retryAfterMs: number | null = null) => {
  const next = nextAttemptAt(attempts, { at: AT, chance, retryAfterMs })
  return next === null ? null : next - AT
}

test.for([
  ['the first failure is tried again after five seconds', 1, 5 * SECOND],
  ['the second after five minutes', 2, 300 * SECOND],
  ['the ninth after a day', 9, 24 * HOUR],
  ['the tenth is given up', 10, null],
] as const)('%s', ([, attempts, wait]) => {
  expect(after(attempts)).toBe(wait)
})

test('chance adds a tenth at most, and never takes away', () => {
  expect(after(9, 1)).toBe(26.4 * HOUR)
  expect(after(1, 0.5)).toBe(5_250)
})

test.for([
  ['a receiver that asks for more time gets it', 1, HOUR, HOUR],
  ['one that asks for less is tried when it would have been', 2, SECOND, 300 * SECOND],
  ['one that asks for years gets a day', 1, 10_000 * HOUR, 24 * HOUR],
  ['asking does not save what is given up', 10, HOUR, null],
] as const)('%s', ([, attempts, asked, wait]) => {
  expect(after(attempts, 0, asked)).toBe(wait)
})

test('all waits together are about three days', () => {
  const waits = Array.from({ length: 9 }, (_, place) => after(place + 1) ?? 0)
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(75 * HOUR + 35 * 60 * SECOND + 5 * SECOND)
})
