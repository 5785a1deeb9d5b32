import { expect, test } from 'vitest'
import { createIndexPace } from './index-pace.ts'

const pace = (maxConversations = 100) =>
  createIndexPace({ shortestMs: 1_000, longestMs: 30_000, maxConversations })
const one = { storeId: 1, id: 7 }
const other = { storeId: 1, id: 8 }

test('a quiet conversation is due a moment after a message, once for a burst', () => {
  const { hear, takeDue } = pace()
  for (const at of [0, 200, 900]) hear(one, at)
  expect(takeDue(999)).toEqual([])
  expect(takeDue(1_000)).toEqual([one])
  expect(takeDue(60_000)).toEqual([])
})

test('one in which a message comes every tenth of a second is due ever more seldom, at last twice a minute', () => {
  const { hear, takeDue } = pace()
  const taken: number[] = []
  for (let now = 0; now <= 120_000; now += 100) {
    hear(one, now)
    if (takeDue(now).length > 0) taken.push(now)
  }
  expect(taken).toEqual([1_000, 3_000, 7_000, 15_000, 31_000, 61_000, 91_000])
})

test('after a pause it is due quickly again', () => {
  const { hear, takeDue } = pace()
  for (let now = 0; now <= 31_000; now += 500) {
    hear(one, now)
    takeDue(now)
  }
  takeDue(61_000)
  takeDue(200_000) // what was quiet for so long is forgotten
  hear(one, 201_000)
  expect(takeDue(202_000)).toEqual([one])
})

test('the last message of a lively conversation is not forgotten', () => {
  const { hear, takeDue } = pace()
  hear(one, 0)
  takeDue(1_000)
  hear(one, 1_100)
  hear(other, 1_100)
  expect(takeDue(2_100)).toEqual([other])
  expect(takeDue(3_000)).toEqual([one])
})

test('more conversations than the bound are left to the sweep', () => {
  const { hear, takeDue } = pace(1)
  hear(one, 0)
  hear(other, 0)
  expect(takeDue(1_000)).toEqual([one])
})
