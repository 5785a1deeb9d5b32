import { expect, test } from 'vitest'
import { nextTryAt } from './next-try.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test.for([
  ['the first failure is tried again after a minute', 1, 0, MINUTE],
  ['the second after two', 2, MINUTE, 3 * MINUTE],
  ['the seventh after an hour', 7, 0, 60 * MINUTE],
  ['the fortieth after an hour, too', 40, 0, 60 * MINUTE],
  ['just within the day it is tried once more', 30, DAY - 61 * MINUTE, DAY - MINUTE],
  ['what would come a day after queueing does not', 30, DAY - 60 * MINUTE, null],
] as const)('%s', ([, tries, at, expected]) => {
  expect(nextTryAt({ queuedAt: 0, tries }, at)).toBe(expected)
})

test('a mail server that is away for the whole day is asked some thirty times', () => {
  let at: number | null = 0
  let tries = 0
  while (at !== null) {
    tries += 1
    at = nextTryAt({ queuedAt: 0, tries }, at)
  }
  expect(tries).toBe(29)
})
