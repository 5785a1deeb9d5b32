import { HttpError } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDoc, section, tableRows } from '../unit/docs/table-rows.ts'
import { addAccount } from './console-stage/add-account.ts'
import { ask, type Method, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { ROUTE_ROWS } from './permissions/route-rows.ts'

// What every route has in common. Whom each lets in, and what is foreign there, is held by `permissions`.

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
  await addAccount(stage, await stage.addStore('harbor'), { email: 'owner@harbor.example', role: 'owner' })
})
afterAll(() => stage.close())

/** As the documents name them: without the prefix, each once. */
const ROUTES = [...new Set(ROUTE_ROWS.map(({ route }) => route.replace('/api/v1', '')))]

test('the protocol’s page has every route of the flow, and none that does not exist', () => {
  const documented = tableRows(section(readDoc('protocol.md'), '## The flow, over HTTP')).map(
    ([route]) => route,
  )
  expect(documented.sort()).toEqual(ROUTES.filter((route) => / \/(flow|extensions)/.test(route)).sort())
})

test('the page on accounts has every route of people, stores and sessions', () => {
  const documented = tableRows(section(readDoc('accounts.md'), '## Routes')).map(([route]) => route)
  const beyond =
    / \/(flow|conversations|answers|widget|api-tokens|socket-tickets|attendance|products|categories|orders|settings|contacts|webhooks|extensions|openapi|asyncapi)/
  expect(documented.sort()).toEqual(ROUTES.filter((route) => !beyond.test(route)).sort())
})

test('the page on the catalogue names every route of it, and the protocol’s page those of the hours', () => {
  const pathsOf = (rooms: RegExp) =>
    ROUTES.filter((route) => rooms.test(route)).map((route) => route.split(' ')[1] ?? '')
  const catalogue = readDoc('catalogue.md')
  expect(pathsOf(/ \/(products|categories|orders)/).filter((path) => !catalogue.includes(path))).toEqual([])
  const hours = ROUTES.filter((route) => route.includes(' /settings/'))
  expect(hours.filter((route) => !readDoc('protocol.md').includes(`| \`${route}\``))).toEqual([])
  expect(hours.length).toBeGreaterThan(0)
})

describe('addresses that nothing has', () => {
  test.for([
    '/conversations/no-such-conversation',
    '/conversations/%00',
    '/conversations/%',
    '/conversations/%ff',
    '/conversations/..%2f..%2fflow',
    `/conversations/${'a'.repeat(65)}`,
    '/conversations/1%20or%201=1',
    '/flow/versions/0',
    '/flow/versions/-1',
    '/flow/versions/1e3',
    '/flow/versions/999',
    '/flow/versions/constructor',
    '/no-such-thing',
  ])('%s is not found', async (path) => {
    const cookie = await signInAs(stage, 'owner@harbor.example')
    const answer = await ask(stage, 'GET', path, { cookie })
    expect([answer.status, answer.as(HttpError).code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('the bodies of', () => {
  const owner = () => signInAs(stage, 'owner@harbor.example')
  // A file is read by its own rules, which answer with a report.
  const bodies = ROUTE_ROWS.filter(
    ({ route, body }) => typeof body === 'object' && !route.endsWith('/import'),
  )
  const cases = bodies.flatMap((row) =>
    ['storeId', 'role', 'id2', 'constructor'].map((key) => [row.route, key, row] as const),
  )

  test.for(cases)('%s have no key %s', async ([, key, { route, body }]) => {
    const [method = '', template = ''] = route.split(' ')
    // A body is read before anything is looked up: any id will do.
    const path = template.replace('/api/v1', '').replace(':version', '1').replace(/:\w+/, 'any-id')
    const answer = await ask(stage, method as Method, path, {
      cookie: await owner(),
      body: { ...(body as object), [key]: 1 },
    })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'NOT_UNDERSTOOD'])
  })

  test.for([
    ['__proto__', '{"scopes":["flow:read"],"name":"x","__proto__":{"role":"owner"}}'],
    ['no JSON', '{"name":'],
    ['a text', '"name"'],
    ['a list', '[{"scopes":["flow:read"],"name":"x"}]'],
    ['a number for a text', '{"scopes":["flow:read"],"name":1}'],
  ] as const)('a token are refused with %s', async ([, body]) => {
    const answer = await ask(stage, 'POST', '/api-tokens', { cookie: await owner(), body })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'NOT_UNDERSTOOD'])
  })

  test.for([
    ['a NUL', String.raw`{"scopes":["flow:read"],"name":"a\u0000b"}`],
    ['half a surrogate pair', String.raw`{"scopes":["flow:read"],"name":"a\ud83d"}`],
  ] as const)('a token are refused with %s', async ([, body]) => {
    const answer = await ask(stage, 'POST', '/api-tokens', { cookie: await owner(), body })
    expect([answer.status, answer.as(HttpError).code]).toEqual([400, 'BAD_TEXT'])
  })

  test('more than a megabyte are too big', async () => {
    const answer = await ask(stage, 'POST', '/api-tokens', {
      cookie: await owner(),
      body: { name: 'a'.repeat(1_048_577) },
    })
    expect([answer.status, answer.as(HttpError).code]).toEqual([413, 'TOO_BIG'])
  })
})
