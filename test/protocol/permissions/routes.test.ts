import { ERROR_CATALOGUE } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answered } from '../console-stage/ask.ts'
import { askFor, askWith, outcomeOf } from './ask-row.ts'
import { ASKERS, otherStore, storeOf } from './askers.ts'
import { verdictOf } from './lets.ts'
import { PAGES, ROUTE_ROWS, type RouteRow } from './route-rows.ts'
import { type IdKind, idOfColleague, IDS } from './things.ts'
import { credentialsOf, openWorld, type Shown, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('every route of the server has a row, and every row a route', () => {
  const rows = [...ROUTE_ROWS, ...PAGES].map(({ route }) => route)
  const registered = world.stage.routes
  expect([...new Set(rows)].sort()).toEqual([...new Set(registered)].sort())
})

describe.for(ROUTE_ROWS.map((row) => [row.path ?? row.route, row] as const))('%s', ([, row]) => {
  const cases = ASKERS.flatMap((asker) => idsOf(row).map((id) => [asker, id] as const))

  test.for(cases)('%s, %s', async ([asker, id]) => {
    const verdict = verdictOf(row.lets, asker)
    const expected = verdict !== 'in' ? verdict : id === 'own' ? row.gives : 'NOT_FOUND'
    const answer = await askFor(world, row, asker, { id })
    expect(outcomeOf(answer), answer.text).toBe(expected)
    if (typeof expected === 'string') expect(answer.status).toBe(ERROR_CATALOGUE[expected].status)
    expect(answer.text).not.toContain(otherStore(storeOf(asker)))
  })

  if (row.route.startsWith('GET')) {
    test('HEAD lets nobody look who may not GET', async () => {
      for (const asker of ASKERS) {
        const [got, headed] = [
          await askFor(world, row, asker, { id: 'own' }),
          await askFor(world, row, asker, { id: 'own', method: 'HEAD' }),
        ]
        expect([asker, headed.status]).toEqual([asker, got.status])
        expect(headed.text).toBe('')
      }
    })
  }

  if (row.names === undefined) return
  const names = row.names

  test.for(ASKERS)('to %s, what is foreign looks like what is missing', async (asker) => {
    const looks = await Promise.all(
      (['foreign', 'deleted', 'malformed'] as const).map(async (id) =>
        looksOf(await askFor(world, row, asker, { id })),
      ),
    )
    expect(looks[0]).toEqual(looks[1])
    expect(looks[2]).toEqual(looks[1])
  })

  test.for(ASKERS.filter((asker) => verdictOf(row.lets, asker) === 'in'))(
    'to %s, a colleague’s own thing looks missing',
    async (asker) => {
      const id = await idOfColleague(world, names, asker)
      if (id === null) return
      expect(outcomeOf(await askWith(world, row, { shown: credentialsOf(world, asker), named: id }))).toBe(
        'NOT_FOUND',
      )
    },
  )
})

describe.for(PAGES)('$route', ({ path, body, gives }) => {
  test('is the same for whoever asks', async () => {
    const looks = []
    for (const asker of ASKERS) looks.push(looksOf(await askPage(path, body, credentialsOf(world, asker))))
    for (const one of looks) expect(one).toEqual(looks[0])
    if (gives !== undefined) expect(looks[0]?.status).toBe(gives)
  })
})

function idsOf({ names }: RouteRow): readonly IdKind[] {
  return names === undefined ? ['own'] : IDS
}

/** All that a client can tell apart: everything but the moment, the number of the request, a page's nonce (and the tag made of it), and a new browser's secret. */
function looksOf({ status, text, headers }: Answered) {
  const { date: _, 'content-length': __, etag: ___, ...rest } = headers
  const shown = JSON.stringify({ text, headers: rest })
  return { status, shown: shown.replaceAll(/(requestId|nonce|botkit)(\W*[=:-]\W*)[\w+/=-]+/g, '$1') }
}

async function askPage(
  path: string,
  sent: object | undefined,
  { cookie, apiToken }: Shown,
): Promise<Answered> {
  const { statusCode, body, headers } = await world.stage.app.inject({
    url: path,
    ...(sent === undefined ? {} : { method: 'POST', payload: sent }),
    headers: {
      host: new URL(world.stage.ownOrigin()).host,
      ...(cookie === undefined ? {} : { cookie }),
      ...(apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` }),
    },
  })
  return {
    status: statusCode,
    text: body,
    headers,
    as: () => {
      throw new Error('A page is no JSON.')
    },
  }
}
