import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fastify from 'fastify'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saidOfShapes } from '../../../packages/protocol/scripts/said-of-shapes.ts'
import { apiDocuments } from '../../../packages/server/scripts/api-documents.ts'
import { describeHttp } from '../../../packages/server/src/http/api-document/describe-http.ts'
import { noteRoutes } from '../../../packages/server/src/http/api-document/route-note.ts'
import { type Shop, startShop } from '../../tools/start-shop.ts'
import { readDoc } from '../../unit/docs/table-rows.ts'
import { ROUTE_ROWS } from '../permissions/route-rows.ts'
import { gapsOf, type OpenApi, operationsOf } from './gaps-of.ts'
import { checkBySpecification, danglingRefs, lint } from './validate.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop.stop())

const OPENAPI_TEXT = readDoc('openapi.json')
const ASYNCAPI_TEXT = readDoc('asyncapi.json')
const OPENAPI: OpenApi = JSON.parse(OPENAPI_TEXT)

test('what is kept is what a running server says of itself (npm run api-docs)', async () => {
  for (const { path, text } of await apiDocuments(shop.url))
    expect(readFileSync(path, 'utf8') === text, `${basename(path)} is as it would be written now`).toBe(true)
})

test('what is said of shapes is what the protocol’s sources say (npm run api-docs)', () => {
  const kept = new URL('../../../packages/server/src/http/api-document/said-of-shapes.json', import.meta.url)
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(saidOfShapes())
})

describe('the OpenAPI document', () => {
  test('is one', async () => {
    expect(await lint(OPENAPI_TEXT)).toEqual([])
    expect(danglingRefs(OPENAPI_TEXT)).toEqual([])
  })

  test('would not be one with a method, a reference or a type that does not exist', async () => {
    for (const [right, wrong] of [
      ['"get": {', '"gets": {'],
      ['schemas/HandlingBody"', 'schemas/HandlingBodies"'],
      ['"in": "query"', '"in": "querystring"'],
    ] as const)
      expect(await lint(OPENAPI_TEXT.replace(right, wrong)), wrong).not.toEqual([])
  })

  test('has every route of the API', () => {
    const routes = ROUTE_ROWS.map(({ route }) => route)
    expect([...operationsOf(OPENAPI).keys()].toSorted()).toEqual([...new Set(routes)].toSorted())
  })

  test('leaves nothing of a route unsaid', () => {
    expect(gapsOf(OPENAPI, readDoc('api.md'))).toEqual([])
  })

  test('names each operation once', () => {
    const ids = [...operationsOf(OPENAPI).values()].map(({ operationId }) => operationId)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('knows the codes with which routes are known to refuse', () => {
    const operations = operationsOf(OPENAPI)
    const unknown = ROUTE_ROWS.flatMap(({ route, gives }) => {
      const refs = JSON.stringify(operations.get(route)?.responses ?? {})
      return typeof gives === 'number' || new RegExp(`[/.]${gives}[".]`).test(refs)
        ? []
        : [`${route} ${gives}`]
    })
    expect(unknown).toEqual([])
  })
})

test('a route that says nothing of itself is found', async () => {
  const app = fastify()
  const notes = noteRoutes(app)
  app.get('/orders/:id', { config: { access: 'account' }, schema: {} }, () => ({}))
  app.put(
    '/orders/all',
    {
      config: { access: 'account' },
      schema: { operationId: 'putAll', querystring: Type.Object({ riddle: Type.String() }) },
    },
    () => ({}),
  )
  await app.ready()
  const described: OpenApi = JSON.parse(JSON.stringify(describeHttp(notes)))
  expect(gapsOf(described, '')).toEqual([
    'GET /api/v1/orders/:id has no operation id',
    'GET /api/v1/orders/:id says not in one sentence what it does',
    'GET /api/v1/orders/:id takes tokens and says not which',
    'GET /api/v1/orders/:id has no schema for :id',
    'GET /api/v1/orders/:id has no schema of its answer',
    'GET /api/v1/orders/:id has no row in docs/api.md',
    'PUT /api/v1/orders/all says not in one sentence what it does',
    'PUT /api/v1/orders/all takes tokens and says not which',
    'PUT /api/v1/orders/all says not what riddle is',
    'PUT /api/v1/orders/all has no schema of its answer',
    'PUT /api/v1/orders/all has no row in docs/api.md',
  ])
})

describe('the AsyncAPI document', () => {
  test('is one', async () => {
    expect(checkBySpecification(ASYNCAPI_TEXT)).toEqual([])
    expect(await lint(ASYNCAPI_TEXT)).toEqual([])
    expect(danglingRefs(ASYNCAPI_TEXT)).toEqual([])
  })

  test('would not be one with an action or a reference that does not exist', () => {
    expect(checkBySpecification(ASYNCAPI_TEXT.replace('"receive"', '"hear"'))).not.toEqual([])
    expect(danglingRefs(ASYNCAPI_TEXT.replace('messages/chat.up.hello"', 'messages/chat.up.hi"'))).toEqual([
      '#/components/messages/chat.up.hi',
    ])
  })

  test('says what every frame is for', () => {
    const { components }: { components: { messages: Record<string, { summary?: string }> } } =
      JSON.parse(ASYNCAPI_TEXT)
    const wordless = Object.entries(components.messages).filter(([, { summary = '' }]) => summary === '')
    expect(wordless.map(([id]) => id)).toEqual([])
  })
})
