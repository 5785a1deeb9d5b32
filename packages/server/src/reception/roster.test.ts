import { expect, test } from 'vitest'
import { createRoster } from './roster.ts'

const GRACE_MS = 30_000
const MEI = { storeId: 1, accountId: 7 }
const LIN = { storeId: 1, accountId: 8 }
const STRANGER = { storeId: 2, accountId: 9 }

test('people are counted, not consoles, store by store', () => {
  const roster = createRoster(GRACE_MS)
  expect(roster.open(MEI)).toBe(true)
  expect(roster.open(MEI)).toBe(false)
  roster.open(LIN)
  roster.open(STRANGER)
  expect([...roster.here(1, 0)]).toEqual([7, 8])
  expect(roster.close(MEI)).toBe(false)
  expect([...roster.here(1, 0)]).toEqual([7, 8])
  expect(roster.openHere()).toEqual([MEI, LIN, STRANGER])
})

test.for([
  ['a moment after the last console closed somebody is still here', 1, true],
  ['just before the grace ends too', GRACE_MS - 1, true],
  ['when it has ended no longer', GRACE_MS, false],
] as const)('%s', ([, laterMs, isHere]) => {
  const roster = createRoster(GRACE_MS)
  roster.open(MEI)
  roster.close(MEI)
  roster.note({ ...MEI, seenAt: 1_000 })
  expect(roster.here(1, 1_000 + laterMs).has(7)).toBe(isHere)
})

test('an open console is here however long ago it was written down', () => {
  const roster = createRoster(GRACE_MS)
  roster.open(MEI)
  roster.note({ ...MEI, seenAt: 1_000 })
  expect(roster.here(1, 10 * GRACE_MS).has(7)).toBe(true)
})

test('what is heard late takes nobody away', () => {
  const roster = createRoster(GRACE_MS)
  roster.note({ ...MEI, seenAt: 20_000 })
  roster.note({ ...MEI, seenAt: 5_000 })
  expect(roster.here(1, 40_000).has(7)).toBe(true)
})

test('a store is changed when its people are others, and is told once', () => {
  const roster = createRoster(GRACE_MS)
  expect(roster.changed(0)).toEqual([])
  roster.note({ ...MEI, seenAt: 0 })
  roster.open(STRANGER)
  expect(roster.changed(0)).toEqual([1, 2])
  roster.note({ ...MEI, seenAt: 10_000 })
  expect(roster.changed(10_000)).toEqual([])
  expect(roster.nextEnd(10_000)).toBe(40_000)
  expect(roster.changed(39_999)).toEqual([])
  expect(roster.changed(40_000)).toEqual([1])
  expect(roster.changed(40_000)).toEqual([])
  expect(roster.nextEnd(40_000)).toBeNull()
})
