import {
  ApiTokenCreated,
  ApiTokenList,
  AuditLog,
  ERROR_CATALOGUE,
  HttpError,
  OrderList,
  TOKEN_SCOPES,
} from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDoc, section, tableRows } from '../unit/docs/table-rows.ts'
import { addAccount } from './console-stage/add-account.ts'
import { type Answered, ask, codeOf, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

// What docs/http-conventions.md says of all routes. Which scope each route takes is held by `permissions`.

const DAY_MS = 86_400_000

let stage: ConsoleStage
let cookie: string
beforeAll(async () => {
  stage = await openConsoleStage()
  await addAccount(stage, await stage.addStore('harbor'), { email: 'owner@harbor.example', role: 'owner' })
  cookie = await signInAs(stage, 'owner@harbor.example')
})
afterAll(() => stage.close())

async function newToken(body: object): Promise<ApiTokenCreated> {
  return (await ask(stage, 'POST', '/api-tokens', { cookie, body })).as(ApiTokenCreated)
}

describe('a token', () => {
  test('says its scopes and its expiry, in the list and in the log', async () => {
    const scopes = ['flow:read', 'flow:publish'] as const
    const { token: _, ...made } = await newToken({ name: 'release', scopes, expiresInDays: 30 })
    expect(made).toMatchObject({ scopes, expiresAt: made.createdAt + 30 * DAY_MS })
    expect((await ask(stage, 'GET', '/api-tokens', { cookie })).as(ApiTokenList).tokens).toContainEqual(made)
    const log = (await ask(stage, 'GET', '/audit?action=api_token_created', { cookie })).as(AuditLog)
    expect(log.entries[0]).toMatchObject({
      subject: 'release',
      details: { scopes: 'flow:read flow:publish' },
    })
  })

  test('is nobody’s from the moment it expires', async () => {
    const { token } = await newToken({ name: 'short', scopes: ['flow:read'], expiresInDays: 1 })
    const { token: endless } = await newToken({ name: 'endless', scopes: ['flow:read'] })
    const status = async (apiToken: string) => (await ask(stage, 'GET', '/session', { apiToken })).status
    stage.clock.forward(DAY_MS - 1)
    expect(await status(token)).toBe(200)
    stage.clock.forward(1)
    expect([await status(token), await status(endless)]).toEqual([401, 200])
    cookie = await signInAs(stage, 'owner@harbor.example')
  })

  test.for([
    ['no scope', { name: 'x', scopes: [] }],
    ['a scope that does not exist', { name: 'x', scopes: ['flow:everything'] }],
    ['a scope twice', { name: 'x', scopes: ['flow:read', 'flow:read'] }],
    ['none named', { name: 'x' }],
    ['an expiry of the past', { name: 'x', scopes: ['flow:read'], expiresInDays: 0 }],
  ] as const)('is not made with %s', async ([, body]) => {
    expect(codeOf(await ask(stage, 'POST', '/api-tokens', { cookie, body }))).toBe('NOT_UNDERSTOOD')
  })

  test('does no more than the role of its account allows by now', async () => {
    const email = 'leaver@harbor.example'
    const storeId = await stage.addStore('other-harbor')
    await addAccount(stage, storeId, { email: 'boss@harbor.example', role: 'owner' })
    const { publicId } = await addAccount(stage, storeId, { email, role: 'admin' })
    const asked = { cookie: await signInAs(stage, email), body: { name: 'crm', scopes: TOKEN_SCOPES } }
    const { token: apiToken } = (await ask(stage, 'POST', '/api-tokens', asked)).as(ApiTokenCreated)
    const read = async (path: string) => (await ask(stage, 'GET', path, { apiToken })).status
    expect([await read('/widget'), await read('/conversations')]).toEqual([200, 200])
    const boss = await signInAs(stage, 'boss@harbor.example')
    await ask(stage, 'POST', `/accounts/${publicId}`, { cookie: boss, body: { role: 'agent' } })
    expect([await read('/widget'), await read('/conversations')]).toEqual([403, 200])
  })
})

test('the page lists every scope', () => {
  const listed = tableRows(section(readDoc('http-conventions.md'), '## Tokens')).map(([scope]) => scope)
  expect(listed).toEqual(TOKEN_SCOPES)
})

describe('an error', () => {
  test('is problem details, at an address that explains it', async () => {
    const answer = await ask(stage, 'GET', '/conversations/none', { cookie })
    expect(answer.headers['content-type']).toBe('application/problem+json')
    const { type, requestId, ...rest } = answer.as(HttpError)
    expect(rest).toEqual({
      title: 'Not found',
      status: 404,
      detail: ERROR_CATALOGUE.NOT_FOUND.message,
      code: 'NOT_FOUND',
    })
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
    const page = await stage.app.inject(type)
    expect([page.statusCode, page.body]).toEqual([
      200,
      expect.stringContaining(ERROR_CATALOGUE.NOT_FOUND.solve),
    ])
    expect((await stage.app.inject('/problems/constructor')).statusCode).toBe(404)
  })

  test('of a body names every place that does not fit, and repeats nothing of it', async () => {
    const body = { name: 5, scopes: ['flow:read', 'canary-scope'], expiresInDays: 0.5 }
    const answer = await ask(stage, 'POST', '/api-tokens', { cookie, body })
    const { errors = [] } = answer.as(HttpError)
    expect(errors.map(({ in: part, pointer }) => `${part} ${pointer}`)).toEqual(
      expect.arrayContaining(['body #/name', 'body #/scopes/1', 'body #/expiresInDays']),
    )
    expect(answer.text).not.toContain('canary')
    const query = (await ask(stage, 'GET', '/audit?before=soon', { cookie })).as(HttpError)
    expect(query.errors).toMatchObject([{ in: 'query', pointer: '#/before' }])
  })

  test('of a thousand places names eight', async () => {
    const products = Array.from({ length: 400 }, () => ({ ref: 1 }))
    const { errors } = (await ask(stage, 'PUT', '/products', { cookie, body: { products } })).as(HttpError)
    expect(errors).toHaveLength(8)
  })

  test('of who shows nothing says how to show oneself', async () => {
    const answer = await ask(stage, 'GET', '/conversations')
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer'])
  })
})

test('a long list comes in pages that say where the next one is, with what was asked for', async () => {
  const order = { buyer: 'b', title: 'Cups', lines: [] }
  const orders = Array.from({ length: 120 }, (_, at) => {
    const state = at % 6 === 0 ? 'shipped & paid' : 'open'
    return { ...order, ref: `o-${String(at)}`, state, orderedAt: at }
  })
  for (const batch of [orders.slice(0, 60), orders.slice(60)])
    expect((await ask(stage, 'PUT', '/orders', { cookie, body: { orders: batch } })).status).toBe(200)
  const pagesFrom = async (first: string) => {
    const pages: string[][] = []
    let path: string | undefined = first
    while (path !== undefined) {
      const answer: Answered = await ask(stage, 'GET', path, { cookie })
      pages.push(answer.as(OrderList).orders.map(({ ref }) => ref))
      path = /^<\/api\/v1(.+)>; rel="next"$/.exec(String(answer.headers['link']))?.[1]
    }
    return pages
  }
  const all = await pagesFrom('/orders')
  expect(all.map((page) => page.length)).toEqual([50, 50, 20])
  expect(all.flat()).toEqual(orders.map(({ ref }) => ref).reverse())
  const shipped = await pagesFrom(`/orders?state=${encodeURIComponent('open')}`)
  expect(shipped.map((page) => page.length)).toEqual([50, 50])
})

describe('a method that an address does not take', () => {
  test.for([
    ['PATCH', '/store', 'GET, HEAD, POST'],
    ['PUT', '/conversations/some-id', 'DELETE, GET, HEAD'],
    ['POST', '/conversations', 'GET, HEAD'],
    ['GET', '/flow/import', 'POST'],
    ['DELETE', '/flow/versions/7/restore?x=1', 'POST'],
  ] as const)('%s %s is answered with those it takes', async ([method, path, allow]) => {
    const answer = await ask(stage, method, path, { cookie })
    expect([codeOf(answer), answer.status, answer.headers['allow']]).toEqual([
      'METHOD_NOT_ALLOWED',
      405,
      allow,
    ])
  })

  test('an address that does not exist takes none', async () => {
    const answer = await ask(stage, 'PATCH', '/nowhere', { cookie })
    expect([codeOf(answer), answer.headers['allow']]).toEqual(['NOT_FOUND', undefined])
  })

  test('a token hears the same as a person', async () => {
    const { token } = await newToken({ name: 'lost', scopes: ['flow:read'] })
    expect(codeOf(await ask(stage, 'GET', '/nowhere', { apiToken: token }))).toBe('NOT_FOUND')
  })
})

describe('a body of a type that an address does not take', () => {
  const products = 'This address takes text/csv or application/json; send the body as one of them.'
  test.for([
    ['text/plain', '/products/import', 'text/csv, application/json', products],
    ['application/vnd.ms-excel', '/products/import', 'text/csv, application/json', products],
    ['csv', '/products/import', 'text/csv, application/json', products],
    ['text/csv', '/flow/import', 'application/json', ERROR_CATALOGUE.NOT_JSON.message],
    ['text/csv', '/orders', 'application/json', ERROR_CATALOGUE.NOT_JSON.message],
  ] as const)('%s to %s is answered with those it takes', async ([type, path, accept, detail]) => {
    const asked = { cookie, body: 'ref,title\na,b\n', headers: { 'content-type': type } }
    const answer = await ask(stage, path === '/orders' ? 'PUT' : 'POST', path, asked)
    expect([answer.status, codeOf(answer), answer.headers['accept'], answer.as(HttpError).detail]).toEqual([
      ...[415, 'NOT_JSON', accept],
      detail,
    ])
  })

  test('is not the same as none, where a file is due', async () => {
    const answer = await ask(stage, 'POST', '/products/import', { cookie })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'NOT_UNDERSTOOD'])
    expect(answer.as(HttpError).detail).toContain('send it as the body, as text/csv or application/json')
  })
})
