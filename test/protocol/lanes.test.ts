import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop.stop())

/** More than a conversation remembers. */
const LANES = 24

test('a message is stored once however many outboxes a buyer had since, on this socket and on a new one', async () => {
  const buyer = await openBuyer(shop.url)
  const { token } = await buyer.hello()
  const stored = new Map<string, number>()
  for (let lane = 1; lane <= LANES; lane += 1) {
    for (const n of [1, 2]) {
      const id = `lane-number-${String(lane)}.${String(n)}`
      const answer = await buyer.say(id, 'MOQ?')
      if (answer.type !== 'stored') throw new Error(answer.code)
      stored.set(id, answer.seq)
    }
  }
  const again = await openBuyer(shop.url)
  const { head } = await again.hello({ token, after: Math.max(...stored.values()) })
  for (const [id, seq] of stored) {
    expect(await buyer.say(id, 'MOQ?')).toEqual({ type: 'stored', id, seq })
    expect(await again.say(id, 'MOQ?')).toEqual({ type: 'stored', id, seq })
  }
  expect((await (await openBuyer(shop.url)).hello({ token })).head).toBe(head)
})

test('a message whose number is below one that is stored is new all the same, if it never came', async () => {
  const buyer = await openBuyer(shop.url)
  await buyer.hello()
  const later = await buyer.say('lane-one.5', 'MOQ?')
  const earlier = await buyer.say('lane-one.3', 'Samples?')
  expect([later.type, earlier.type]).toEqual(['stored', 'stored'])
  expect(await buyer.say('lane-one.3', 'Samples?')).toEqual(earlier)
  expect(await buyer.say('lane-one.5', 'MOQ?')).toEqual(later)
  expect(earlier).not.toMatchObject({ seq: later.type === 'stored' ? later.seq : 0 })
})
