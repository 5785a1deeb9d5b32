import { ListedProduct, OrdersPut, PinnedProducts, ProductList } from '@shopbell/protocol'
import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { openBuyer, type RawBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
let api: ConsoleApi
beforeAll(async () => {
  shop = await startShop()
  api = await openConsoleApi(shop.url, shop.setupLink ?? '')
})
afterAll(() => shop.stop())

async function send<S extends TSchema>(schema: S, method: string, path: string, body: unknown) {
  const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${shop.url}/api/v1/${path}`, { method, headers, body: JSON.stringify(body) })
  return Value.Parse(schema, await answer.json())
}

const productOf = async (ref: string): Promise<ListedProduct | undefined> =>
  (await api.ask('GET', `products?text=${ref}`, ProductList)).products[0]

/** The refs of the cards that the robot recommends when this buyer enters. */
async function recommended(
  buyer: RawBuyer,
  enter: object = { entry: 'store_home' },
): Promise<readonly string[]> {
  buyer.send({ type: 'enter', ...enter })
  const { content } = await buyer.next('message', ({ kind }) => kind === 'recommendation')
  return content.kind === 'products' ? content.items.map(({ ref }) => ref) : []
}

async function arrive(): Promise<RawBuyer> {
  const buyer = await openBuyer(shop.url)
  await buyer.hello()
  return buyer
}

describe('recommendations (REC-01…REC-04)', () => {
  test('are the pinned ones in the seller’s order for a buyer of whom nothing is known', async () => {
    const buyer = await arrive()
    expect(await recommended(buyer)).toEqual(['TRAIL-750', 'CAMP-500', 'SLIM-1L'])
    buyer.drop()
  })

  test('begin with what the page shows, and with what the buyer looked at before', async () => {
    const fromPage = await arrive()
    expect(await recommended(fromPage, { entry: 'product', ref: 'SLIM-1L' })).toEqual([
      'SLIM-1L',
      'TRAIL-750',
      'CAMP-500',
    ])
    const looked = await arrive()
    looked.send({ type: 'look', at: 'page', refs: ['CAMP-500', 'no-such-product'] })
    expect((await recommended(looked))[0]).toBe('CAMP-500')
    for (const buyer of [fromPage, looked]) buyer.drop()
  })

  test('never show what buyers may not have, from the moment it is said (REC-03)', async () => {
    await send(ListedProduct, 'POST', 'products/changes', { ref: 'TRAIL-750', available: false })
    const buyer = await arrive()
    expect(await recommended(buyer, { entry: 'product', ref: 'TRAIL-750' })).toEqual(['CAMP-500', 'SLIM-1L'])
    await send(ListedProduct, 'POST', 'products/changes', { ref: 'TRAIL-750', available: true })
    buyer.drop()
  })

  test('are skipped silently without products', async () => {
    const refs = ['TRAIL-750', 'CAMP-500', 'SLIM-1L']
    for (const ref of refs) await send(ListedProduct, 'POST', 'products/changes', { ref, published: false })
    const buyer = await arrive()
    buyer.send({ type: 'enter', entry: 'store_home' })
    await buyer.next('message', ({ kind }) => kind === 'faq_list')
    expect(buyer.frames.flatMap((frame) => (frame.type === 'message' ? frame.kind : []))).not.toContain(
      'recommendation',
    )
    for (const ref of refs) await send(ListedProduct, 'POST', 'products/changes', { ref, published: true })
    buyer.drop()
  })

  test('are counted: shown with the message, opened when the buyer says so, once', async () => {
    const before = await productOf('CAMP-500')
    const buyer = await arrive()
    await recommended(buyer)
    await expect.poll(async () => (await productOf('CAMP-500'))?.shown).toBe((before?.shown ?? 0) + 1)
    for (let times = 0; times < 3; times += 1) buyer.send({ type: 'look', at: 'card', refs: ['CAMP-500'] })
    await expect.poll(async () => (await productOf('CAMP-500'))?.opened).toBe((before?.opened ?? 0) + 1)
    await buyer.say('look-again-lane.1', 'the looks before this one are noted')
    expect((await productOf('CAMP-500'))?.opened).toBe((before?.opened ?? 0) + 1)
    buyer.drop()
  })

  test('follow a new order of the pinned ones at once', async () => {
    const from = ['TRAIL-750', 'CAMP-500', 'SLIM-1L']
    const to = ['SLIM-1L']
    await send(PinnedProducts, 'POST', 'products/pinned', { from, to })
    const buyer = await arrive()
    expect((await recommended(buyer))[0]).toBe('SLIM-1L')
    await send(PinnedProducts, 'POST', 'products/pinned', { from: to, to: from })
    buyer.drop()
  })
})

describe('a card that the buyer sends (CRD-15)', () => {
  const order = (buyer: string) => ({
    ref: 'SO-100',
    buyer,
    title: '6 × Trail 750',
    state: 'Shipped',
    lines: [
      { product: 'TRAIL-750', title: 'Trail 750', quantity: 4 },
      { title: 'Gift box', quantity: 2 },
    ],
    orderedAt: 1,
  })

  test('of an own order comes from the catalogue; another buyer’s looks like none', async () => {
    const owner = await openBuyer(shop.url)
    const { conversation } = await owner.hello()
    await send(OrdersPut, 'PUT', 'orders', { orders: [order(conversation)] })
    expect(await owner.say('order-card-lane.1', { kind: 'order', ref: 'SO-100' })).toMatchObject({
      type: 'stored',
    })
    const { content } = await owner.next('message', ({ author }) => author === 'buyer')
    expect(content).toEqual({
      kind: 'order',
      ref: 'SO-100',
      title: '6 × Trail 750',
      status: 'Shipped',
      items: 6,
    })
    const other = await arrive()
    const refused = [
      await other.say('order-card-lane.1', { kind: 'order', ref: 'SO-100' }),
      await other.say('order-card-lane.2', { kind: 'order', ref: 'SO-none' }),
    ]
    expect(refused.map((frame) => 'code' in frame && frame.code)).toEqual(['REF_UNKNOWN', 'REF_UNKNOWN'])
    for (const buyer of [owner, other]) buyer.drop()
  })

  test('of a product has the catalogue’s price with its currency, and is an interest from then on', async () => {
    const priced = {
      ref: 'PRICED',
      title: 'Priced',
      price: '0.0125',
      currency: 'USD',
      image: 'https://x.example/p.png',
    }
    await send(OrdersPut, 'PUT', 'products', { products: [priced] })
    const buyer = await arrive()
    await buyer.say('product-card-lane.1', { kind: 'product', ref: 'PRICED' })
    const { content } = await buyer.next('message', ({ author }) => author === 'buyer')
    expect(content).toEqual({
      kind: 'products',
      items: [{ ref: 'PRICED', title: 'Priced', price: 'USD\u00a00.0125', image: 'https://x.example/p.png' }],
    })
    const picks = await buyer.next('message', ({ kind }) => kind === 'recommendation')
    expect(picks.content).toMatchObject({
      items: [{ ref: 'PRICED' }, { ref: 'TRAIL-750' }, { ref: 'CAMP-500' }],
    })
    buyer.drop()
  })
})
