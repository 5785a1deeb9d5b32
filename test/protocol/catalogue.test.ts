import {
  CatalogueImported,
  Categories,
  type Category,
  CountedCategories,
  HttpError,
  ListedProduct,
  PinnedProducts,
  ProductList,
  ProductsPut,
} from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

let shop: Shop
let api: ConsoleApi
beforeAll(async () => {
  shop = await startShop()
  api = await openConsoleApi(shop.url, shop.setupLink ?? '')
})
afterAll(() => shop.stop())

interface Sent {
  readonly type?: string
  readonly body?: unknown
}

function send(
  method: string,
  path: string,
  { type = 'application/json', body }: Sent = {},
): Promise<Response> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  return fetch(`${shop.url}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${api.token}`,
      ...(text === undefined ? {} : { 'content-type': type }),
    },
    ...(text === undefined ? {} : { body: text }),
  })
}

async function ask<S extends TSchema>(
  schema: S,
  method: string,
  path: string,
  sent?: Sent,
): Promise<Static<S>> {
  const answer = await send(method, path, sent)
  return Value.Parse(schema, await answer.json())
}

const put = (...products: readonly unknown[]) => ask(ProductsPut, 'PUT', 'products', { body: { products } })
const csv = (body: string, query = '') =>
  ask(CatalogueImported, 'POST', `products/import${query}`, { type: 'text/csv', body })
const json = (body: string, query = '') => ask(CatalogueImported, 'POST', `products/import${query}`, { body })
const find = async (text: string) =>
  (await ask(ProductList, 'GET', `products?text=${encodeURIComponent(text)}`)).products

describe('putting products', () => {
  test('repeats without harm and shows them in the list', async () => {
    const cup = { ref: 'put-cup', title: 'Putting cup', price: '1.2345', currency: 'EUR', category: 'cups' }
    expect(await put(cup)).toEqual({ created: 1, updated: 0 })
    expect(await put(cup)).toEqual({ created: 0, updated: 1 })
    expect(await find('putting CUP')).toEqual([
      {
        ...cup,
        available: true,
        published: true,
        sales: 0,
        shown: 0,
        opened: 0,
        updatedAt: expect.any(Number),
      },
    ])
    expect((await ask(Categories, 'GET', 'categories')).categories).toContainEqual({
      ref: 'cups',
      name: 'cups',
    })
  })

  test.for([
    [
      'the same ref twice',
      [
        { ref: 'twice', title: 'One' },
        { ref: 'twice', title: 'Two' },
      ],
      'twice',
    ],
    ['a price that is no number', [{ ref: 'p', title: 'P', price: 'from 3', currency: 'EUR' }], 'from 3'],
    ['a currency without a price', [{ ref: 'p', title: 'P', currency: 'EUR' }], 'EUR'],
  ] as const)('refuses %s, names it, and puts nothing', async ([, products, named]) => {
    const answer = await send('PUT', 'products', { body: { products } })
    const { code, detail: message } = Value.Parse(HttpError, await answer.json())
    expect([answer.status, code]).toEqual([422, 'CATALOGUE_UNFIT'])
    expect(message).toContain(named)
    expect(await find('twice')).toEqual([])
  })

  test.for([
    ['an unknown key', { ref: 'x', title: 'X', colour: 'red' }],
    ['a script for an address', { ref: 'x', title: 'X', url: 'javascript:alert(1)' }],
    ['no title', { ref: 'x' }],
    ['a title of blanks', { ref: 'x', title: '  ' }],
  ] as const)('does not understand %s', async ([, product]) => {
    const answer = await send('PUT', 'products', { body: { products: [product] } })
    expect(answer.status).toBe(400)
  })

  test('categories are replaced as a whole; one inside itself is refused', async () => {
    const loop = [
      { ref: 'a', name: 'A', parent: 'b' },
      { ref: 'b', name: 'B', parent: 'a' },
    ]
    expect((await send('PUT', 'categories', { body: { categories: loop } })).status).toBe(422)
    const orphan = [{ ref: 'a', name: 'A', parent: 'nowhere' }]
    expect((await send('PUT', 'categories', { body: { categories: orphan } })).status).toBe(422)
    const categories = [
      { ref: 'a', name: 'A' },
      { ref: 'b', name: 'B', parent: 'a' },
    ]
    expect(await ask(Categories, 'PUT', 'categories', { body: { categories } })).toEqual({ categories })
  })
})

describe('categories in the console', () => {
  const cups = { ref: 'desk-cups', name: 'Cups' }
  const mugs = { ref: 'desk-mugs', name: 'Mugs', parent: 'desk-cups' }
  const now = async () => (await ask(Categories, 'GET', 'categories')).categories
  const change = (from: readonly Category[], to: readonly Category[]) =>
    send('POST', 'categories/changes', { body: { from, to } })

  test('are saved from the list they were made from only, and products stay where one goes', async () => {
    const before = await now()
    expect((await change(before, [mugs])).status).toBe(422)
    expect((await change(before, [cups, mugs])).status).toBe(200)
    await put({ ref: 'desk-mug', title: 'Desk mug', category: 'desk-mugs' })
    expect((await ask(CountedCategories, 'GET', 'categories/counted')).categories).toEqual([
      { ...cups, products: 0 },
      { ...mugs, products: 1 },
    ])
    expect(Value.Parse(HttpError, await (await change(before, [])).json()).code).toBe('SETTINGS_MOVED')
    expect(await now()).toEqual([cups, mugs])
    expect((await change([cups, mugs], [cups])).status).toBe(200)
    expect((await find('Desk mug')).map(({ category }) => category)).toEqual([undefined])
  })
})

describe('a file of products', () => {
  test('as CSV is tried first, then saved', async () => {
    const file =
      '\uFEFFRef;Title;Price;Available\r\nfile-1;"A ""good"" cup; blue";3 €;no\r\n\r\nfile-2;Jug;;yes\r\n'
    expect(await csv(file, '?dryRun=true')).toMatchObject({ saved: false, rows: 2, created: 2, problems: [] })
    expect(await find('file-')).toEqual([])
    expect(await csv(file)).toMatchObject({ saved: true, rows: 2, created: 2, updated: 0 })
    expect(await csv(file)).toMatchObject({ saved: true, rows: 2, created: 0, updated: 2 })
    expect(await find('file-1')).toEqual([
      expect.objectContaining({ title: 'A "good" cup; blue', price: '3 €', available: false }),
    ])
  })

  test('as JSON may be a list or one object after another', async () => {
    const one = '{"ref":"json-1","title":"A } { \\" ] 杯子"}'
    expect(await json(` [ ${one} ,\n{"ref":"json-2","title":"Jug","sales":3}]`)).toMatchObject({ created: 2 })
    expect(await json(`${one}\n{"ref":"json-3","title":"Jar"}`)).toMatchObject({ created: 1, updated: 1 })
  })

  test('with one wrong row is not saved at all, and every wrong row is told', async () => {
    const file = [
      'ref,title,price,currency,url,available,sales',
      'bad-1,Good,1.00,EUR,,,',
      'bad-2,,,,,,',
      'bad-3,T,,,ftp://x.example,,',
      'bad-4,T,cheap,EUR,,,',
      'bad-5,T,,,,perhaps,',
      'bad-6,T,,,,,-1',
      'bad-1,Again,,,,,',
      'bad-8,T,,,,,,,one too many',
      'bad-9,T,,eur,,,',
    ].join('\n')
    const { problems, saved, problemCount } = await csv(file)
    expect([saved, problemCount]).toEqual([false, 8])
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'title', 'VALUE_MISSING'],
      [4, 'url', 'VALUE_UNFIT'],
      [5, 'price', 'PRICE_UNFIT'],
      [6, 'available', 'VALUE_UNFIT'],
      [7, 'sales', 'VALUE_UNFIT'],
      [8, 'ref', 'REF_TWICE'],
      [9, undefined, 'ROW_UNREADABLE'],
      [10, 'currency', 'VALUE_UNFIT'],
    ])
    expect(await find('bad-')).toEqual([])
  })

  test.for([
    ['nothing', '', 'FILE_EMPTY', 1],
    ['a head alone', 'ref,title\n', 'FILE_EMPTY', 1],
    ['no title column', 'ref,price\na,1\n', 'COLUMN_MISSING', 1],
    ['a column nobody knows', 'ref,title,colour\na,b,c\n', 'COLUMN_UNKNOWN', 1],
    ['a column twice', 'ref,title,title\na,b,c\n', 'COLUMN_UNKNOWN', 1],
    ['a quotation mark that nobody closed', 'ref,title\na,ok\nb,"open\n', 'ROW_UNREADABLE', 3],
    ['a row without an end', `ref,title\na,"${'x'.repeat(40_000)}`, 'ROW_UNREADABLE', 2],
  ] as const)('a CSV with %s says so', async ([, file, code, row]) => {
    const { problems, saved } = await csv(file)
    expect(saved).toBe(false)
    expect(problems[0]).toMatchObject({ code, row })
  })

  test.for([
    ['text', 'hello', 'ROW_UNREADABLE', 1],
    ['a number in the list', '[{"ref":"a","title":"b"}, 7]', 'ROW_UNREADABLE', 2],
    ['an end too early', '[{"ref":"a","title":"b"', 'ROW_UNREADABLE', 1],
    ['a list cut off between two products', '[{"ref":"a","title":"b"},\n', 'ROW_UNREADABLE', 2],
    ['a comma too many', '[{"ref":"a","title":"b",}]', 'ROW_UNREADABLE', 1],
    ['an unknown key', '[{"ref":"a","title":"b","colour":1}]', 'COLUMN_UNKNOWN', 1],
    ['a prototype', '[{"ref":"a","title":"b","__proto__":{"sales":1}}]', 'COLUMN_UNKNOWN', 1],
    ['half a character', '[{"ref":"a","title":"\\ud800"}]', 'VALUE_UNFIT', 1],
    ['an empty list', '[]', 'FILE_EMPTY', 1],
  ] as const)('a JSON file with %s says so', async ([, file, code, row]) => {
    expect((await json(file)).problems[0]).toMatchObject({ code, row })
  })

  test('that is no UTF-8 says so', async () => {
    const answer = await fetch(`${shop.url}/api/v1/products/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'text/csv' },
      body: Buffer.from([...Buffer.from('ref,title\na,'), 0xb1, 0xad, 0x0a]),
    })
    const { problems } = Value.Parse(CatalogueImported, await answer.json())
    expect(problems[0]).toMatchObject({ code: 'NOT_UTF8', message: expect.stringContaining('UTF-8') })
  })

  test('of too many bytes is refused', async () => {
    const body = `ref,title\n${`a,${'b'.repeat(1_000)}\n`.repeat(36_000)}`
    const answer = await send('POST', 'products/import', { type: 'text/csv', body })
    expect([answer.status, Value.Parse(HttpError, await answer.json()).code]).toEqual([413, 'TOO_BIG'])
  })

  test('of too many problems tells the first hundred and counts the others', async () => {
    const { problems, problemCount } = await csv(`ref,title\n${'a,\n'.repeat(250)}`)
    expect([problems.length, problemCount]).toEqual([100, 250])
  })
})

describe('the pinned products', () => {
  test('are put in a new order, from the order that was seen', async () => {
    await put({ ref: 'pin-a', title: 'A' }, { ref: 'pin-b', title: 'B' })
    const before = (await ask(PinnedProducts, 'GET', 'products/pinned')).pinned.map(({ ref }) => ref)
    const pin = (from: readonly string[], to: readonly string[]) =>
      send('POST', 'products/pinned', { body: { from, to } })
    const { pinned } = Value.Parse(PinnedProducts, await (await pin(before, ['pin-b', 'pin-a'])).json())
    expect(pinned.map(({ ref, pinned: place }) => [ref, place])).toEqual([
      ['pin-b', 1],
      ['pin-a', 2],
    ])
    const stale = await pin(before, [])
    expect(Value.Parse(HttpError, await stale.json()).code).toBe('SETTINGS_MOVED')
    expect((await pin(['pin-b', 'pin-a'], ['no-such'])).status).toBe(404)
    expect((await ask(PinnedProducts, 'GET', 'products/pinned')).pinned).toHaveLength(2)
  })
})

describe('one product', () => {
  test('is taken out of sight, put back, and removed', async () => {
    await put({ ref: 'one/with?signs', title: 'One with signs' })
    const changed = await ask(ListedProduct, 'POST', 'products/changes', {
      body: { ref: 'one/with?signs', available: false, published: false },
    })
    expect([changed.available, changed.published]).toEqual([false, false])
    const at = `products?ref=${encodeURIComponent('one/with?signs')}`
    expect((await send('DELETE', at)).status).toBe(204)
    expect((await send('DELETE', at)).status).toBe(404)
  })
})
