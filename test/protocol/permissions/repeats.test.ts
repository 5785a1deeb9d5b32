import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf } from '../console-stage/ask.ts'
import { askWith } from './ask-row.ts'
import { verdictOf } from './lets.ts'
import { ROUTE_ROWS } from './route-rows.ts'
import { idFor } from './things.ts'
import { openWorld, type World } from './world.ts'

// Every route that takes tokens and changes something, asked twice with one Idempotency-Key: the second time is the first answer.

/** The answer holds a secret, which is not kept: a key is refused. */
const NEVER = ['POST /api/v1/webhooks', 'POST /api/v1/webhooks/:id/secret']

const CHANGING = ROUTE_ROWS.filter(
  (row) => verdictOf(row.lets, 'api token') === 'in' && row.lets !== 'anyone' && !row.route.startsWith('GET'),
)

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('asked twice with one key', () => {
  test.for(ROUTE_ROWS.filter(({ route }) => NEVER.includes(route)))('$route is refused', async (row) => {
    const named = row.names === undefined ? '' : await idFor(world, row.names, 'own', 'owner')
    const answer = await askWith(world, row, { shown: { apiToken: world.apiToken, key: 'twice' }, named })
    expect(codeOf(answer)).toBe('IDEMPOTENCY_NOT_OFFERED')
  })

  test.for(
    CHANGING.filter(({ route }) => !NEVER.includes(route)).map(
      (row) => [row.path ?? row.route, row] as const,
    ),
  )('%s', async ([name, row]) => {
    const named = row.names === undefined ? '' : await idFor(world, row.names, 'own', 'owner')
    const shown = { apiToken: world.apiToken, key: `twice ${name}`.replaceAll(/[^!-~]/g, '-').slice(0, 128) }
    const [first, second] = [
      await askWith(world, row, { shown, named }),
      await askWith(world, row, { shown, named }),
    ]
    expect([second.status, second.headers['idempotency-replayed']]).toEqual([first.status, 'true'])
    expect(first.headers['idempotency-replayed']).toBe(undefined)
    expect(second.text).toBe(first.text)
    expect(second.headers['content-type']).toBe(first.headers['content-type'])
  })
})
