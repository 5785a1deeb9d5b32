import {
  AuditLog,
  HttpError,
  MAX_FOUND_ROWS,
  MAX_MESSAGE_ROWS,
  MAX_PAGE_ROWS,
  OrderList,
  ProductList,
} from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { arriveAsBuyer } from './console-stage/buyer.ts'
import { type Answered, ask, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

// How many rows a page has, and that pages follow each other whatever happens between them (docs/http-conventions.md).

let stage: ConsoleStage
let cookie: string
let conversation: string
let webhook: string
beforeAll(async () => {
  stage = await openConsoleStage()
  const storeId = await stage.addStore('harbor')
  await addAccount(stage, storeId, { email: 'owner@harbor.example', role: 'owner' })
  cookie = await signInAs(stage, 'owner@harbor.example')
  const buyer = await arriveAsBuyer(stage, storeId)
  await buyer.say('Do you engrave bottles?')
  conversation = buyer.conversation
  const made = await ask(stage, 'POST', '/webhooks', {
    cookie,
    body: { url: 'https://receiver.example/', events: ['flow.published'] },
  })
  webhook = JSON.parse(made.text).webhook.id
})
afterAll(() => stage.close())

const LISTS: readonly (readonly [string, () => string, number])[] = [
  ['conversations', () => '/conversations', MAX_PAGE_ROWS],
  ['a search', () => '/conversations/search', MAX_FOUND_ROWS],
  ['messages', () => `/conversations/${conversation}/messages`, MAX_MESSAGE_ROWS],
  ['answers', () => '/answers', MAX_PAGE_ROWS],
  ['products', () => '/products', MAX_PAGE_ROWS],
  ['orders', () => '/orders', MAX_PAGE_ROWS],
  ['the log', () => '/audit', MAX_PAGE_ROWS],
  ['deliveries', () => `/webhooks/${webhook}/deliveries`, MAX_PAGE_ROWS],
]

const read = (path: string) => ask(stage, 'GET', path, { cookie })

describe.for(LISTS)('a page of %s', ([, path, most]) => {
  test('may be as small as one row, and as large as pages are', async () => {
    for (const limit of [1, most]) {
      const answer = await read(`${path()}?limit=${String(limit)}`)
      expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
    }
  })

  test('is refused with any other limit, and the sentence says which there are', async () => {
    const detail = `must be a whole number from 1 to ${String(most)}; more rows come on the next page`
    for (const limit of ['0', String(most + 1), '-1', '1.5', '1e1', '', '+1', '07', 'all']) {
      const problem = (await read(`${path()}?limit=${encodeURIComponent(limit)}`)).as(HttpError)
      expect([limit, problem.status, problem.errors]).toEqual([
        limit,
        400,
        [{ in: 'query', pointer: '#/limit', detail }],
      ])
      expect(problem.detail).toContain(detail)
    }
  })
})

const orderPlace = Buffer.from('[1,"o-1"]').toString('base64url')
const productPlace = Buffer.from('["Cup","c-1"]').toString('base64url')

test.for([
  ['/conversations', orderPlace],
  ['/conversations/search', 'w.1.1'],
  ['/products', orderPlace],
  ['/orders', productPlace],
] as const)('%s does not begin again at a place that it did not give', async ([path, ofAnother]) => {
  for (const before of ['x', 'TRAIL-750', 'WzFd', 'o.1', 'w.1.1.1', ofAnother]) {
    const problem = (await read(`${path}?before=${before}`)).as(HttpError)
    expect([before, problem.code]).toEqual([before, 'NOT_UNDERSTOOD'])
    expect(problem.detail).toContain('must be the `next` of a page of this list, as it came')
  }
})

/** Every page from the first on, by the header that names the next one. */
async function pagesFrom(first: string, onPage: (page: Answered) => Promise<void> = async () => {}) {
  const pages: Answered[] = []
  for (let path: string | undefined = first; path !== undefined;) {
    const answer = await read(path)
    pages.push(answer)
    path = /^<\/api\/v1(.+)>; rel="next"$/.exec(String(answer.headers['link']))?.[1]
    await onPage(answer)
  }
  return pages
}

test('orders come in pages of the size that was asked for, also when rows go between them', async () => {
  const orders = Array.from({ length: 7 }, (_, at) => ({
    ...{ ref: `o ${String(at)}`, buyer: 'b', title: 'Cups', state: 'open', lines: [] },
    // Two of an instant each, so that a page may end between them.
    orderedAt: Math.floor(at / 2),
  }))
  expect((await ask(stage, 'PUT', '/orders', { cookie, body: { orders } })).status).toBe(200)
  const pages = await pagesFrom('/orders?limit=3', async (page) => {
    const { ref } = page.as(OrderList).orders.at(-1)!
    await ask(stage, 'DELETE', `/orders?ref=${encodeURIComponent(ref)}`, { cookie })
  })
  const refs = pages.map((page) => page.as(OrderList).orders.map(({ ref }) => ref))
  expect(refs).toEqual([['o 6', 'o 4', 'o 5'], ['o 2', 'o 3', 'o 0'], ['o 1']])
})

test('so do products, also when one is renamed', async () => {
  const product = (ref: string, title: string) => ({ ref, title })
  const put = (...products: readonly object[]) =>
    ask(stage, 'PUT', '/products', { cookie, body: { products } })
  await put(product('1', '保温杯'), product('2', 'Cup'), product('3', 'Cup'), product('4', 'Bowl & lid'))
  const pages = await pagesFrom('/products?limit=2', async (page) => {
    if (page.as(ProductList).products.some(({ ref }) => ref === '2')) await put(product('2', 'A cup'))
  })
  const refs = pages.map((page) => page.as(ProductList).products.map(({ ref }) => ref))
  expect(refs).toEqual([
    ['4', '2'],
    ['3', '1'],
  ])
})

test('so does the log', async () => {
  for (let at = 0; at < 3; at += 1) await signInAs(stage, 'owner@harbor.example')
  const pages = await pagesFrom('/audit?action=signed_in&limit=2')
  const ids = pages.map((page) => page.as(AuditLog).entries.map(({ id }) => id))
  expect(ids.map((page) => page.length)).toEqual([2, 2])
  expect(ids.flat()).toEqual(ids.flat().toSorted((a, b) => b - a))
})
