import { ConsoleUp, SocketTicket, Up } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putProduct } from '../../tools/put-product.ts'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { ask } from '../console-stage/ask.ts'
import { arriveAsBuyer } from '../console-stage/buyer.ts'
import { type ConsoleClient, openSocket } from '../console-stage/console-client.ts'
import { type Asker, ASKERS, hasAccount, otherStore, STORES, storeOf } from './askers.ts'
import {
  BUYER_DOOR,
  BUYER_ROWS,
  CONSOLE_DOOR,
  CONSOLE_ROWS,
  type FrameRow,
  type Heard,
} from './frame-rows.ts'
import { idFor, type IdKind, IDS } from './things.ts'
import { credentialsOf, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (const store of STORES) {
    const card = { ref: `cup-of-${store}`, title: 'Cup' }
    await runAsStore(world.stage.database, world.storeIds[store], (tx) =>
      putProduct(tx, world.storeIds[store], card, null),
    )
  }
})
afterAll(() => world.close())

test.for([
  ['console', ConsoleUp, CONSOLE_ROWS],
  ['buyer', Up, BUYER_ROWS],
] as const)('every frame of a %s’s socket has a row', ([, union, rows]) => {
  const types = union.anyOf.map(({ properties }) => properties.type.const)
  expect([...new Set<string>(rows.map(({ frame }) => frame))].sort()).toEqual([...types].sort())
})

describe('a console’s socket', () => {
  test.for(ASKERS)('to %s it says who may stay', async (asker) => {
    const client = await openSocket(world.stage)
    client.say({ type: 'hello', ticket: await ticketOf(asker) })
    expect(heardAs(await client.next())).toBe(CONSOLE_DOOR[asker])
    if (CONSOLE_DOOR[asker] !== 'welcome') expect((await client.closed).code).toBe(4401)
    client.leave()
  })

  describe.for(CONSOLE_ROWS.map((row) => [row.frame, row] as const))('%s', ([, row]) => {
    test('before hello is out of order', async () => {
      if (row.frame === 'hello') return
      const client = await openSocket(world.stage)
      client.sayRaw(JSON.stringify(row.says('nothing')))
      expect(heardAs(await client.next())).toBe('OUT_OF_ORDER')
      client.leave()
    })

    test.for(casesOf(row, CONSOLE_DOOR))('%s, %s', async ([asker, id]) => {
      const client = await openConsoleAs(asker)
      const named =
        row.names === 'conversation' ? await idFor(world, 'conversation', id, accountOf(asker)) : ''
      client.sayRaw(JSON.stringify(row.says(decodeURIComponent(named))))
      const expected = expectedOf(row, id)
      if (expected === 'nothing') client.sayRaw(JSON.stringify({ type: 'hello', ticket: 'x'.repeat(43) }))
      const heard = heardAs(await client.next((frame) => isAnswer(heardAs(frame))))
      expect(heard).toBe(expected === 'nothing' ? 'OUT_OF_ORDER' : expected)
      expect(JSON.stringify(client.heard)).not.toContain(otherStore(storeOf(asker)))
      client.leave()
    })
  })
})

describe('a buyers’ socket', () => {
  test.for(ASKERS)('to %s it says who may chat', async (asker) => {
    const buyer = await openBuyer(world.stage.url(), { store: storeOf(asker) })
    const token = await secretOf(asker)
    buyer.send({ type: 'hello', after: 0, locale: 'en', ...(token === null ? {} : { token }) })
    const expected = BUYER_DOOR[asker]
    const frame = expected === 'welcome' ? await buyer.next('welcome') : await buyer.next('refused')
    expect(heardAs(frame)).toBe(expected)
    if (expected !== 'welcome') expect((await buyer.closed).code).toBe(4401)
    buyer.drop()
  })

  describe.for(BUYER_ROWS.map((row) => [row.frame, row.names ?? 'no id', row] as const))(
    '%s with %s',
    ([, , row]) => {
      test('before hello is out of order', async () => {
        if (row.frame === 'hello') return
        const buyer = await openBuyer(world.stage.url(), { store: 'alder' })
        buyer.send(row.says(row.names === 'message' ? '1' : 'nothing'))
        expect(heardAs(await buyer.next('refused'))).toBe('OUT_OF_ORDER')
        buyer.drop()
      })

      test.for(
        (['buyer', 'other buyer'] as const).flatMap((asker) => idsOf(row).map((id) => [asker, id] as const)),
      )('%s, %s', async ([asker, id]) => {
        const { buyer, own, token } = await comeAs(asker, row)
        const frame = row.says(await namedFor(row, id, asker, own, token))
        buyer.send('token' in frame || row.frame !== 'hello' ? frame : { ...frame, token })
        const expected = expectedOf(row, id)
        if (expected === 'nothing') buyer.send({ type: 'hello', after: 0, locale: 'en' })
        expect(await firstAnswer(buyer, expected)).toBe(expected === 'nothing' ? 'OUT_OF_ORDER' : expected)
        const stranger = asker === 'buyer' ? 'words of the other buyer' : 'words of the buyer'
        expect(JSON.stringify(buyer.frames)).not.toContain(stranger)
        buyer.drop()
      })
    },
  )
})

function idsOf<Frame>(row: FrameRow<Frame>): readonly IdKind[] {
  return row.names === undefined ? ['own'] : IDS
}

function casesOf<Frame>(row: FrameRow<Frame>, door: Readonly<Record<Asker, Heard>>) {
  const inside = ASKERS.filter((asker) => door[asker] === 'welcome')
  return inside.flatMap((asker) => idsOf(row).map((id) => [asker, id] as const))
}

function expectedOf<Frame>({ gives, frame }: FrameRow<Frame>, id: IdKind): Heard {
  const expected = gives[id]
  if (expected === undefined) throw new Error(`The row of ${String(frame)} does not say what ${id} gives.`)
  return expected
}

function accountOf(asker: Asker) {
  return hasAccount(asker) ? asker : 'owner'
}

/** The type of a frame, or the code of a refusal. */
function heardAs(frame: { readonly type: string; readonly code?: string }): Heard {
  return frame.code ?? frame.type
}

/** Rows of the inbox, beats, and who else is there come by themselves. */
function isAnswer(heard: Heard): boolean {
  return !['conversation', 'beat', 'editors', 'team', 'others'].includes(heard)
}

/** A ticket where the asker gets one, else the best secret they have. */
async function ticketOf(asker: Asker): Promise<string> {
  const answer = await ask(world.stage, 'POST', '/socket-tickets', credentialsOf(world, asker))
  return answer.status === 200 ? answer.as(SocketTicket).ticket : ((await secretOf(asker)) ?? 'x'.repeat(43))
}

async function openConsoleAs(asker: Asker): Promise<ConsoleClient> {
  const client = await openSocket(world.stage)
  client.say({ type: 'hello', ticket: await ticketOf(asker) })
  await client.nextOf('welcome')
  return client
}

/** The secret by which the asker is known elsewhere; null: has none. */
async function secretOf(asker: Asker): Promise<string | null> {
  if (asker === 'buyer' || asker === 'other buyer') return world.buyers[asker].token
  const { cookie, apiToken } = credentialsOf(world, asker)
  return Promise.resolve(apiToken ?? cookie?.split('=')[1] ?? null)
}

interface Come {
  readonly buyer: RawBuyer
  readonly token: string
  /** Seq of the buyer's list of questions; 0 where the row needs none. */
  readonly own: number
}

/** A buyer on a socket: before `hello` where that is tried, else welcomed and, where a message is named, with a list received. */
async function comeAs<Frame>(asker: 'buyer' | 'other buyer', row: FrameRow<Frame>): Promise<Come> {
  const { token } = world.buyers[asker]
  const buyer = await openBuyer(world.stage.url(), { store: 'alder' })
  if (row.frame === 'hello') return { buyer, token, own: 0 }
  if (row.names !== 'message' && row.frame !== 'enter') {
    await buyer.hello({ token })
    return { buyer, token, own: 0 }
  }
  // Somebody new, because a list is received once a day.
  const welcome = await buyer.hello()
  if (row.frame === 'enter') return { buyer, token: welcome.token, own: 0 }
  buyer.send({ type: 'enter', entry: 'store_home' })
  const list = await buyer.next('message', ({ content }) => JSON.stringify(content).includes('"moq"'))
  return { buyer, token: welcome.token, own: list.seq }
}

async function namedFor<Frame>(
  { names }: FrameRow<Frame>,
  id: IdKind,
  asker: 'buyer' | 'other buyer',
  own: number,
  token: string,
): Promise<string> {
  const stranger = world.buyers[asker === 'buyer' ? 'other buyer' : 'buyer']
  switch (names) {
    case 'conversation': {
      const mine = { own: world.buyers[asker].conversation, foreign: stranger.conversation }
      return id === 'own' || id === 'foreign'
        ? mine[id]
        : decodeURIComponent(await idFor(world, names, id, 'owner'))
    }
    case 'token': {
      const elsewhere = await arriveAsBuyer(world.stage, world.storeIds.birch)
      return { own: token, foreign: elsewhere.token, deleted: 'gone-'.repeat(8), malformed: 'short' }[id]
    }
    case 'product':
      return { own: 'cup-of-alder', foreign: 'cup-of-birch', deleted: 'cup-of-nobody', malformed: '' }[id]
    case 'message':
      return { own: String(own), foreign: '40', deleted: '999', malformed: '-1' }[id]
    default:
      return ''
  }
}

/** What answers the frame: an error whenever one comes, else what is expected. */
async function firstAnswer(buyer: RawBuyer, expected: Heard): Promise<Heard> {
  const refused = buyer.next('refused').then(heardAs)
  switch (expected) {
    case 'welcome':
    case 'stored':
    case 'message':
      return Promise.race([refused, buyer.next(expected).then(heardAs)])
    default:
      return refused
  }
}
