import { ApiTokenCreated, HttpError, TOKEN_SCOPES, type TokenScope } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Answered } from '../console-stage/ask.ts'
import { askWith, outcomeOf } from './ask-row.ts'
import { verdictOf } from './lets.ts'
import { ROUTE_ROWS, type RouteRow } from './route-rows.ts'
import { SCOPE_ROWS } from './scope-rows.ts'
import { idFor } from './things.ts'
import { openWorld, type World } from './world.ts'

// Every route that takes API tokens, asked with tokens of one scope each: only the scope of its row opens it.

const TAKING = ROUTE_ROWS.filter((row) => verdictOf(row.lets, 'api token') === 'in' && row.lets !== 'anyone')

let world: World
const tokens = new Map<TokenScope, string>()
beforeAll(async () => {
  world = await openWorld()
  for (const scope of TOKEN_SCOPES) {
    const asked = { cookie: world.cookieOf('owner'), body: { name: scope, scopes: [scope] } }
    const made = await ask(world.stage, 'POST', '/api-tokens', asked)
    tokens.set(scope, made.as(ApiTokenCreated).token)
  }
})
afterAll(() => world.close())

test('every route that takes tokens has a scope, and every scope a route', () => {
  const rows = Object.values(SCOPE_ROWS).flat()
  expect(rows.sort()).toEqual([...new Set(TAKING.map(({ route }) => route))].sort())
  expect(Object.entries(SCOPE_ROWS).filter(([, routes]) => routes.length === 0)).toEqual([])
})

describe.for(TAKING.map((row) => [row.path ?? row.route, row] as const))('%s', ([, row]) => {
  const needed = scopeOf(row)

  test.for(TOKEN_SCOPES.filter((scope) => scope !== needed))('a token for %s', async (scope) => {
    const answer = await askAs(row, scope)
    if (needed === 'any') return expect(outcomeOf(answer), answer.text).toBe(row.gives)
    expect([answer.status, answer.as(HttpError)]).toMatchObject([
      403,
      { code: 'SCOPE_MISSING', scope: needed, detail: expect.stringContaining(needed) },
    ])
    expect(answer.headers['www-authenticate']).toBe(`Bearer error="insufficient_scope", scope="${needed}"`)
  })

  if (needed !== 'any')
    test('a token for just that', async () => {
      const answer = await askAs(row, needed)
      expect(outcomeOf(answer), answer.text).toBe(row.gives)
    })
})

function scopeOf({ route }: RouteRow): TokenScope | 'any' {
  const scopes = (['any', ...TOKEN_SCOPES] as const).filter((scope) => SCOPE_ROWS[scope].includes(route))
  if (scopes.length !== 1) throw new Error(`${route} has ${String(scopes.length)} scopes in the rows.`)
  return scopes[0] ?? 'any'
}

async function askAs(row: RouteRow, scope: TokenScope): Promise<Answered> {
  const named = row.names === undefined ? '' : await idFor(world, row.names, 'own', 'owner')
  return askWith(world, row, { shown: { apiToken: tokens.get(scope) ?? '' }, named })
}
