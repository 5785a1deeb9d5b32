import { ERROR_CATALOGUE, HttpError } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answered, ask, type Method } from '../console-stage/ask.ts'
import { type Asker, ASKERS, hasAccount, otherStore, storeOf } from './askers.ts'
import { verdictOf } from './lets.ts'
import { PAGES, ROUTE_ROWS, type RouteRow } from './route-rows.ts'
import { idFor, type IdKind, idOfColleague, IDS } from './things.ts'
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
    const answer = await askFor(row, asker, id)
    expect(outcomeOf(answer), answer.text).toBe(expected)
    if (typeof expected === 'string') expect(answer.status).toBe(ERROR_CATALOGUE[expected].status)
    expect(answer.text).not.toContain(otherStore(storeOf(asker)))
  })

  if (row.route.startsWith('GET')) {
    test('HEAD lets nobody look who may not GET', async () => {
      for (const asker of ASKERS) {
        const [got, headed] = [await askFor(row, asker, 'own'), await askFor(row, asker, 'own', 'HEAD')]
        expect([asker, headed.status]).toEqual([asker, got.status])
        expect(headed.text).toBe('')
      }
    })
  }

  if (row.names === undefined) return
  const names = row.names

  test.for(ASKERS)('to %s, what is foreign looks like what is missing', async (asker) => {
    const looks = await Promise.all(
      (['foreign', 'deleted', 'malformed'] as const).map(async (id) => looksOf(await askFor(row, asker, id))),
    )
    expect(looks[0]).toEqual(looks[1])
    expect(looks[2]).toEqual(looks[1])
  })

  test.for(ASKERS.filter((asker) => verdictOf(row.lets, asker) === 'in'))(
    'to %s, a colleague’s own thing looks missing',
    async (asker) => {
      const id = await idOfColleague(world, names, asker)
      if (id === null) return
      expect(outcomeOf(await send(row, credentialsOf(world, asker), id))).toBe('NOT_FOUND')
    },
  )
})

describe.for(PAGES)('$route', ({ route, path }) => {
  test('is the same for whoever asks', async () => {
    const looks = []
    for (const asker of ASKERS) looks.push(looksOf(await askPage(path, credentialsOf(world, asker))))
    for (const one of looks) expect(one).toEqual(looks[0])
    if (route.startsWith('GET')) expect(looks[0]?.status).toBeLessThan(400)
  })
})

function idsOf({ names }: RouteRow): readonly IdKind[] {
  return names === undefined ? ['own'] : IDS
}

async function askFor(row: RouteRow, asker: Asker, id: IdKind, method?: Method): Promise<Answered> {
  // Who has no account asks for what the owner has.
  const owner = hasAccount(asker) ? asker : 'owner'
  const named = row.names === undefined ? '' : await idFor(world, row.names, id, owner)
  const shown =
    row.endsSession && hasAccount(asker)
      ? { cookie: await world.signInAgain(asker) }
      : credentialsOf(world, asker)
  return send(row, shown, named, method)
}

let asked = 0

function send(row: RouteRow, shown: Shown, named: string, as?: Method): Promise<Answered> {
  const [method = '', url = ''] = row.route.split(' ')
  const path = row.path?.replace(':thing', named) ?? url.replace(/:\w+/, named)
  const body = row.body === undefined ? {} : { body: row.body }
  // From an address of its own: what is tried here is not how often one may ask.
  asked += 1
  const address = `10.1.${asked >> 8}.${asked & 255}`
  return ask(world.stage, as ?? methodOf(method), path.replace('/api/v1', ''), { ...shown, ...body, address })
}

function methodOf(text: string): Method {
  const known = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).find((method) => method === text)
  if (known === undefined) throw new Error(`No row can ask with ${text}.`)
  return known
}

function outcomeOf(answer: Answered): number | string {
  return answer.status < 400 ? answer.status : answer.as(HttpError).code
}

/** All that a client can tell apart: everything but the number of the request and the moment. */
function looksOf({ status, text, headers }: Answered) {
  const { date: _, 'content-length': __, ...rest } = headers
  return { status, text: text.replace(/"requestId":"[^"]*"/, '"requestId":""'), headers: rest }
}

async function askPage(path: string, { cookie, apiToken }: Shown): Promise<Answered> {
  const { statusCode, body, headers } = await world.stage.app.inject({
    url: path,
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
