import type { Product } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { categoriesOf, putCategories } from '../../../packages/server/src/store/categories.ts'
import { orderOfBuyer, putOrders } from '../../../packages/server/src/store/orders.ts'
import {
  changeProduct,
  deleteProduct,
  listProducts,
  lockPinned,
  offeredProducts,
  productByRef,
  setPinned,
} from '../../../packages/server/src/store/products.ts'
import { countKnown, putProducts } from '../../../packages/server/src/store/put-products.ts'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import type { Tx } from '../../../packages/server/src/store/database.ts'
import { newStore, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('the catalogue on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  const asStore = <T>(work: (tx: Tx) => Promise<T>) => runAsStore(database, storeId, work)
  const bottle = (ref: string, more: Partial<Product> = {}): Product => ({
    ref,
    title: `Bottle ${ref}`,
    ...more,
  })
  const put = (...products: readonly Product[]) => asStore((tx) => putProducts(tx, storeId, products, NOW))

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    storeId = (await newStore(database)).id
  })

  test('a product is replaced by its ref; its pin and, unless it says them, its sales stay', async () => {
    expect(await put(bottle('a', { price: '3.75', currency: 'USD', sales: 7 }), bottle('b'))).toEqual({
      created: 2,
      updated: 0,
    })
    await asStore((tx) => setPinned(tx, storeId, ['a']))
    expect(await put(bottle('a', { title: 'New' }), bottle('c', { sales: 0 }))).toEqual({
      created: 1,
      updated: 1,
    })
    expect(await asStore((tx) => productByRef(tx, storeId, 'a'))).toEqual({
      ref: 'a',
      title: 'New',
      price: null,
      currency: null,
      image: null,
      url: null,
      category: null,
      pinned: 1,
      sales: 7,
    })
    expect(await asStore((tx) => countKnown(tx, storeId, ['a', 'z', 'c']))).toBe(2)
  })

  test('pinned ones are offered in the seller’s order, then the best sellers; never what buyers may not have (REC-03)', async () => {
    await put(
      bottle('a', { sales: 1 }),
      bottle('b', { sales: 9 }),
      bottle('c', { sales: 5 }),
      bottle('sold-out', { sales: 99, available: false }),
      bottle('hidden', { sales: 98, published: false }),
    )
    await asStore((tx) => setPinned(tx, storeId, ['c', 'sold-out', 'a']))
    const offered = (limit: number) =>
      asStore(async (tx) => (await offeredProducts(tx, storeId, limit)).map(({ ref }) => ref))
    expect(await offered(10)).toEqual(['c', 'a', 'b'])
    expect(await offered(1)).toEqual(['c', 'b'])
    expect(await asStore((tx) => lockPinned(tx, storeId))).toEqual(['c', 'sold-out', 'a'])
    expect(await asStore((tx) => productByRef(tx, storeId, 'hidden'))).toBeNull()
  })

  test('the list goes by title, page by page, narrowed by words and state', async () => {
    await put(bottle('n2'), bottle('n1'), { ref: 'jar', title: 'Food jar', category: 'jars' })
    await asStore((tx) => changeProduct(tx, storeId, 'n1', { available: false }, NOW + 1))
    const list = (filter: Partial<Parameters<typeof listProducts>[2]>, limit = 10) =>
      asStore(async (tx) =>
        (await listProducts(tx, storeId, { words: [], ...filter }, limit)).map(({ ref }) => ref),
      )
    expect(await list({})).toEqual(['n1', 'n2', 'jar'])
    expect(await list({}, 1)).toEqual(['n1'])
    expect(await list({ after: [bottle('n1').title, 'n1'] })).toEqual(['n2', 'jar'])
    expect(await list({ words: ['BOTTLE', '2'] })).toEqual(['n2'])
    expect(await list({ words: ['100%_'] })).toEqual([])
    expect(await list({ category: 'jars' })).toEqual(['jar'])
    expect(await list({ state: 'unavailable' })).toEqual(['n1'])
    expect(await list({ state: 'available' })).toEqual(['n2', 'jar'])
    expect(await list({ state: 'hidden' })).toEqual([])
  })

  test('categories that products name are made; one that is taken away leaves its products', async () => {
    await put(bottle('a', { category: 'steel' }), bottle('b', { category: 'glass' }))
    const refs = () => asStore(async (tx) => (await categoriesOf(tx, storeId)).map(({ ref }) => ref))
    expect((await refs()).toSorted()).toEqual(['glass', 'steel'])
    const glass = [
      { ref: 'all', name: 'All' },
      { ref: 'glass', name: 'Glass', parent: 'all' },
    ]
    await asStore((tx) => putCategories(tx, storeId, glass))
    expect(await asStore((tx) => categoriesOf(tx, storeId))).toEqual(glass)
    expect((await asStore((tx) => productByRef(tx, storeId, 'a')))?.category).toBeNull()
    expect((await asStore((tx) => productByRef(tx, storeId, 'b')))?.category).toBe('glass')
  })

  test('an order is found for its own buyer only, and another store has none of it', async () => {
    const order = {
      ref: 'SO-1',
      buyer: 'buyer-one',
      title: '6 bottles',
      state: 'shipped',
      lines: [{ product: 'a', title: 'Trail', quantity: 6 }],
      orderedAt: NOW,
    }
    expect(await asStore((tx) => putOrders(tx, storeId, [order], NOW))).toEqual({ created: 1, updated: 0 })
    expect(await asStore((tx) => putOrders(tx, storeId, [order], NOW))).toEqual({ created: 0, updated: 1 })
    const find = (buyer: string) => asStore((tx) => orderOfBuyer(tx, storeId, { ref: 'SO-1', buyer }))
    expect(await find('buyer-one')).toEqual(order)
    expect(await find('buyer-two')).toBeNull()
    const other = (await newStore(database)).id
    const elsewhere = { ref: 'SO-1', buyer: 'buyer-one' }
    expect(await runAsStore(database, other, (tx) => orderOfBuyer(tx, other, elsewhere))).toBeNull()
  })

  test('a product that is gone is gone', async () => {
    await put(bottle('a'))
    expect(await asStore((tx) => deleteProduct(tx, storeId, 'a'))).toBe(true)
    expect(await asStore((tx) => deleteProduct(tx, storeId, 'a'))).toBe(false)
  })
})
