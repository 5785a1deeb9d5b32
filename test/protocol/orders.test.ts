import { HttpError, OrderList, OrdersPut } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
let api: ConsoleApi
beforeAll(async () => {
  shop = await startShop()
  api = await openConsoleApi(shop.url, shop.setupLink ?? '')
})
afterAll(() => shop.stop())

function send(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${shop.url}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${api.token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

async function ask<S extends TSchema>(
  schema: S,
  method: string,
  path: string,
  body?: object,
): Promise<Static<S>> {
  return Value.Parse(schema, await (await send(method, path, body)).json())
}

test('orders are put, listed newest first and removed (TRD-05)', async () => {
  const order = (ref: string, orderedAt: number) => ({
    ref,
    buyer: 'somebody',
    title: 'Cups',
    state: 'paid',
    lines: [{ title: 'Cup', quantity: 2 }],
    total: '12.00',
    currency: 'EUR',
    orderedAt,
  })
  const orders = [order('SO-1', 1), order('SO-2', 2)]
  expect(await ask(OrdersPut, 'PUT', 'orders', { orders })).toEqual({ created: 2, updated: 0 })
  const listed = await ask(OrderList, 'GET', 'orders?buyer=somebody')
  expect(listed.orders).toEqual(orders.toReversed())
  expect((await send('DELETE', 'orders?ref=SO-1')).status).toBe(204)
  expect((await ask(OrderList, 'GET', 'orders?buyer=somebody')).orders).toEqual([order('SO-2', 2)])
})

test('orders are found by words and state, and the first page names all states (TRD-05)', async () => {
  const order = (ref: string, title: string, state: string, orderedAt: number) => ({
    ...{ ref, title, state, orderedAt, buyer: 'finder' },
    lines: [{ title: 'Piece', quantity: 1 }],
  })
  const orders = [
    order('FIND-1', 'Enamel mugs', 'paid', 1),
    order('FIND-2', 'Enamel plates, 100% new', 'shipped', 2),
    order('FIND-3', 'Glass mugs', 'shipped', 3),
  ]
  await ask(OrdersPut, 'PUT', 'orders', { orders })
  const found = async (query: Readonly<Record<string, string>>) => {
    const all = new URLSearchParams({ buyer: 'finder', ...query })
    return (await ask(OrderList, 'GET', `orders?${all.toString()}`)).orders.map(({ ref }) => ref)
  }
  expect(await found({ text: 'ENAMEL' })).toEqual(['FIND-2', 'FIND-1'])
  expect(await found({ text: 'find-3' })).toEqual(['FIND-3'])
  // What stands for anything in SQL is a character here.
  expect(await found({ text: '%' })).toEqual(['FIND-2'])
  expect(await found({ text: '_' })).toEqual([])
  expect(await found({ text: 'mugs', state: 'shipped' })).toEqual(['FIND-3'])
  expect(await found({ state: 'nowhere' })).toEqual([])

  // The filter offers every state, whatever is looked for; a page below has them already.
  const first = await ask(OrderList, 'GET', 'orders?text=nothing-like-it')
  expect(first).toMatchObject({ orders: [], states: expect.arrayContaining(['paid', 'shipped']) })
  expect(first.states).toEqual([...new Set(first.states)].toSorted())
  const { next } = await ask(OrderList, 'GET', 'orders?buyer=finder&limit=2')
  const below = await ask(OrderList, 'GET', `orders?buyer=finder&before=${String(next)}`)
  expect(below).toEqual({ orders: [orders[0]] })

  const refused = await send('GET', `orders?text=${'a'.repeat(201)}`)
  expect(refused.status).toBe(400)
  expect(Value.Parse(HttpError, await refused.json()).code).toBe('NOT_UNDERSTOOD')
})
