import { expect, test } from 'vitest'
import { gatherWakes } from './gather-wakes.ts'
import type { Wake } from './wake.ts'

const stepOf = (conversationId: number, revision: number): Wake => ({
  type: 'conversation',
  storeId: 1,
  conversationId,
  head: revision,
  revision,
})

test('of several steps of a conversation the last one is told, beside all other subjects', () => {
  const waiting = gatherWakes()
  const typing: Wake = { type: 'typing', storeId: 1, conversationId: 7, by: 'buyer' }
  for (const wake of [stepOf(7, 1), typing, stepOf(8, 1), stepOf(7, 2), typing]) waiting.add(wake)
  expect(waiting.take()).toEqual([stepOf(7, 2), typing, stepOf(8, 1)])
  expect(waiting.isEmpty()).toBe(true)
  expect(waiting.take()).toEqual([])
})

test('an outage does not fill the memory', () => {
  const waiting = gatherWakes(3)
  for (let id = 1; id <= 10; id += 1) waiting.add(stepOf(id, 1))
  waiting.add(stepOf(2, 9))
  expect(waiting.take()).toEqual([stepOf(1, 1), stepOf(2, 9), stepOf(3, 1)])
})
