import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  type BuyerSignal,
  interestsOf,
  MAX_BUYER_EVENTS,
  putBuyerSignals,
  signalsOf,
} from '../../../packages/server/src/store/buyer-events.ts'
import type { ConversationRow } from '../../../packages/server/src/store/conversations.ts'
import { eraseConversation } from '../../../packages/server/src/store/erase-conversation.ts'
import { putOrders } from '../../../packages/server/src/store/orders.ts'
import { listedProduct } from '../../../packages/server/src/store/products.ts'
import { putProducts } from '../../../packages/server/src/store/put-products.ts'
import { runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { newConversation, newStore, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('what buyers do with products on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  let buyer: ConversationRow

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    storeId = (await newStore(database)).id
    buyer = await newConversation(database, storeId)
    const bottles = ['a', 'b', 'c'].map((ref, place) => ({
      ref,
      title: ref,
      category: 'bottles',
      sales: place,
    }))
    const others = [
      { ref: 'jar', title: 'jar', category: 'jars' },
      { ref: 'gone', title: 'gone', category: 'bottles', available: false, sales: 99 },
    ]
    await runAsStore(database, storeId, (tx) => putProducts(tx, storeId, [...bottles, ...others], NOW))
  })

  const note = (...signals: readonly (readonly [BuyerSignal['kind'], string, number?])[]) =>
    runAsJournal(database, (tx) =>
      putBuyerSignals(
        tx,
        signals.map(([kind, ref, at = NOW]) => ({ storeId, conversationId: buyer.id, kind, ref, at })),
      ),
    )
  const counts = async (ref: string) => {
    const product = await runAsStore(database, storeId, (tx) => listedProduct(tx, storeId, ref))
    return [product?.shown, product?.opened]
  }
  const kept = () => runAsStore(database, storeId, (tx) => signalsOf(tx, storeId, buyer.id))

  test('a repeated signal is one row with its last time and how often', async () => {
    await note(['viewed', 'a', NOW + 5], ['viewed', 'a', NOW])
    await note(['viewed', 'a', NOW + 2])
    expect(await kept()).toEqual([{ kind: 'viewed', ref: 'a', at: NOW + 5, times: 3 }])
  })

  test('a click counts once for each time the card was shown, and never without (REC-04)', async () => {
    await note(['opened', 'a'])
    expect(await counts('a')).toEqual([0, 0])
    await note(['shown', 'a', NOW + 10], ['shown', 'b', NOW + 10])
    await note(['opened', 'a', NOW + 11], ['opened', 'a', NOW + 12])
    await note(['opened', 'a', NOW + 13])
    expect([await counts('a'), await counts('b')]).toEqual([
      [1, 1],
      [1, 0],
    ])
    await note(['shown', 'a', NOW + 20])
    await note(['opened', 'a', NOW + 21])
    expect(await counts('a')).toEqual([2, 2])
  })

  test('unknown products, other stores’ buyers and erased buyers leave nothing', async () => {
    const other = await newConversation(database, (await newStore(database)).id)
    await note(['viewed', 'no-such-product'])
    await runAsJournal(database, (tx) =>
      putBuyerSignals(tx, [
        { storeId, conversationId: other.id, kind: 'viewed', ref: 'a', at: NOW },
        { storeId: other.storeId, conversationId: other.id, kind: 'viewed', ref: 'a', at: NOW },
      ]),
    )
    const all = await database.asOwner((tx) =>
      tx.selectFrom('buyerEvent').selectAll().where('storeId', 'in', [storeId, other.storeId]).execute(),
    )
    expect(all).toEqual([])
  })

  test('erasing a buyer takes their signals and orders along, and the counts stay', async () => {
    await note(['viewed', 'a'], ['shown', 'a'])
    const order = { ref: '1', title: 'x', state: 'paid', lines: [], orderedAt: NOW }
    await runAsStore(database, storeId, async (tx) => {
      await putOrders(
        tx,
        storeId,
        [
          { ...order, buyer: buyer.publicId },
          { ...order, ref: '2', buyer: 'x' },
        ],
        NOW,
      )
      expect(await eraseConversation(tx, buyer.id)).toBe(true)
      const left = await tx.selectFrom('shopOrder').select('ref').where('storeId', '=', storeId).execute()
      expect(left).toEqual([{ ref: '2' }])
    })
    expect(await kept()).toEqual([])
    expect(await counts('a')).toEqual([1, 0])
    await note(['viewed', 'b'])
    expect(await kept()).toEqual([])
  })

  test(`of one buyer the newest ${String(MAX_BUYER_EVENTS)} are kept`, async () => {
    const many = Array.from({ length: MAX_BUYER_EVENTS + 20 }, (_, n) => `p${String(n)}`)
    const products = many.map((ref) => ({ ref, title: ref }))
    await runAsStore(database, storeId, (tx) => putProducts(tx, storeId, products, NOW))
    await note(...many.map((ref, n) => ['viewed', ref, NOW + n] as const))
    const rows = await kept()
    expect(rows).toHaveLength(MAX_BUYER_EVENTS)
    expect(rows.at(-1)).toMatchObject({ ref: 'p20' })
  })

  test('interests bring their own products and the best of their categories, none that buyers may not have', async () => {
    await note(['viewed', 'a', NOW + 1], ['asked', 'gone', NOW + 2], ['shown', 'jar', NOW + 3])
    const { interests, products } = await runAsStore(database, storeId, (tx) =>
      interestsOf(tx, storeId, buyer.id),
    )
    expect(interests.toSorted((one, two) => one.at - two.at)).toEqual([
      { kind: 'viewed', ref: 'a', category: 'bottles', at: NOW + 1 },
      { kind: 'asked', ref: 'gone', category: 'bottles', at: NOW + 2 },
    ])
    expect(products.map(({ ref }) => ref).toSorted()).toEqual(['a', 'b', 'c'])
  })
})
