import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Wake } from './wake.ts'
import { readWakeLetter, writeWakeLetters } from './wake-letter.ts'

const id = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const by = fc.constantFrom('buyer' as const, 'agent' as const)
const wake: fc.Arbitrary<Wake> = fc.oneof(
  fc.record({
    type: fc.constant('conversation' as const),
    storeId: id,
    conversationId: id,
    head: id,
    revision: id,
  }),
  fc.record({ type: fc.constant('typing' as const), storeId: id, conversationId: id, by }),
  fc.record({ type: fc.constant('read' as const), storeId: id, conversationId: id, by, seq: id }),
  fc.record({
    type: fc.constant('judged' as const),
    storeId: id,
    conversationId: id,
    seq: id,
    solved: fc.boolean(),
  }),
  fc.record({ type: fc.constant('flow' as const), storeId: id }),
  fc.record({ type: fc.constant('signed_out' as const), storeId: id, sessionId: id }),
  fc.record({ type: fc.constant('presence' as const), storeId: id }),
  fc.record({
    type: fc.constant('attending' as const),
    storeId: id,
    conversationId: id,
    accountId: id,
    window: fc.uuid(),
    does: fc.constantFrom('look' as const, 'write' as const, 'leave' as const),
  }),
)

test('whatever wakes are written are read again, in order, in letters that PostgreSQL takes', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.array(wake, { maxLength: 400 }), (from, wakes) => {
      const letters = writeWakeLetters({ from, wakes })
      for (const letter of letters) expect(Buffer.byteLength(letter)).toBeLessThan(8_000)
      const read = letters.map(readWakeLetter)
      expect(read.every((letter) => letter?.from === from)).toBe(true)
      expect(read.flatMap((letter) => letter?.wakes ?? [])).toEqual(wakes)
    }),
    { numRuns: 200 },
  )
})

test('a batch of 64 steps is one letter', () => {
  const wakes = Array.from({ length: 64 }, (_, place): Wake => ({
    type: 'conversation',
    storeId: 12,
    conversationId: 1_000_000 + place,
    head: 123,
    revision: 456,
  }))
  expect(writeWakeLetters({ from: crypto.randomUUID(), wakes })).toHaveLength(1)
})

test.for([
  undefined,
  '',
  'hello',
  'null',
  '{"from":1,"wakes":[]}',
  '{"from":"n","wakes":[{"type":"news"}]}',
  '{"from":"n","wakes":[{"type":"flow","storeId":-1}]}',
])('%s is no letter', (text) => {
  expect(readWakeLetter(text)).toBeNull()
})
