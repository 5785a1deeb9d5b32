import { answerOf, createShopbell, NoShopbell, type Shopbell, ShopbellRefused } from '@shopbell/client'
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest'
import { START_WITHIN_MS, startLiveShop, type LiveShop } from '../conversations/live/live-shop.ts'
import { readShops } from '../conversations/read-shop.ts'

const OPENED_AT = Date.parse('2026-03-01T00:00:00Z')

let live: LiveShop
let shop: Shopbell
beforeAll(async () => {
  const sample = readShops().find((candidate) => candidate.folder === 'export-factory')!
  live = await startLiveShop(sample, OPENED_AT)
  shop = createShopbell({ url: live.url, token: live.api.token })
}, START_WITHIN_MS)
afterAll(() => live.stop())

test('what is asked for comes, with the type that the route has', async () => {
  const { versions } = await answerOf(shop.GET('/flow/versions'))
  expect(versions.map(({ version, live: isLive }) => [version, isLive])).toEqual([[1, true]])
  expectTypeOf(versions[0]!.publishedAt).toEqualTypeOf<number>()
})

test('what is put is there, and a query and a file go out as the route takes them', async () => {
  const products = [{ ref: 'cup', title: 'A cup', price: '3.75', currency: 'EUR' }]
  expect(await answerOf(shop.PUT('/products', { body: { products } }))).toMatchObject({ created: 1 })
  const imported = shop.POST('/products/import', {
    params: { query: { dryRun: 'true' } },
    headers: { 'content-type': 'text/csv' },
    body: 'ref,title\ncup,A cup\nbowl,A bowl\n',
  })
  expect(await answerOf(imported)).toMatchObject({ saved: false, created: 1, updated: 1 })
  const found = await answerOf(shop.GET('/products', { params: { query: { text: 'cup' } } }))
  expect(found.products.map(({ ref }) => ref)).toContain('cup')
  const first = await answerOf(shop.GET('/products', { params: { query: { limit: 1 } } }))
  expect([first.products.length, typeof first.next]).toEqual([1, 'string'])
  expect(await answerOf(shop.DELETE('/products', { params: { query: { ref: 'cup' } } }))).toBeUndefined()
})

test('a refusal is a value with a code that the route is known to give', async () => {
  const { data, error, response } = await shop.POST('/flow/publish', { body: { revision: 999 } })
  expect([response.status, data, error?.code]).toEqual([409, undefined, 'DRAFT_MOVED'])
  if (error?.code === 'DRAFT_MOVED') expect(error.moved?.revision).toBeGreaterThan(0)
})

test('or an exception, for who prefers one', async () => {
  const asking = answerOf(shop.GET('/conversations/{id}', { params: { path: { id: 'nobody' } } }))
  await expect(asking).rejects.toThrow(ShopbellRefused)
  await expect(asking).rejects.toMatchObject({ status: 404, problem: { code: 'NOT_FOUND' } })
})

test('a token that nobody gave is refused', async () => {
  const stranger = createShopbell({ url: live.url, token: `sbk_${'x'.repeat(43)}` })
  expect(await stranger.GET('/session')).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
})

test('what is no server of ours is told apart', async () => {
  const page = createShopbell({ url: `${live.url}/demo`, token: 'x' })
  await expect(answerOf(page.GET('/session'))).rejects.toThrow(ShopbellRefused)
  const html = createShopbell({
    url: live.url,
    token: 'x',
    fetch: () => Promise.resolve(new Response('<html>')),
  })
  await expect(answerOf(html.GET('/session'))).rejects.toThrow(NoShopbell)
})
