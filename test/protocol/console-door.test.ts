import { SocketTicket } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Wake } from '../../packages/server/src/bus/bus.ts'
import { addAccount } from './console-stage/add-account.ts'
import { ask, signInAs } from './console-stage/ask.ts'
import { type ConsoleClient, openConsole, openSocket } from './console-stage/console-client.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { disableAccount } from './console-stage/disable-account.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

let stage: ConsoleStage
let storeId: number
let cookie: string
let email: string
let stores = 0
const clients: ConsoleClient[] = []

beforeAll(async () => {
  stage = await openConsoleStage({ ownOrigin: 'https://console.test' })
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  email = `agent@shop-${stores}.example`
  storeId = await stage.addStore(`shop-${stores}`)
  await addAccount(stage, storeId, { email, role: 'agent' })
  cookie = await signInAs(stage, email)
  return () => {
    for (const client of clients.splice(0)) client.leave()
  }
})

async function open(withCookie = cookie): Promise<ConsoleClient> {
  const client = await openConsole(stage, withCookie)
  clients.push(client)
  return client
}
async function ticket(): Promise<string> {
  return (await ask(stage, 'POST', '/socket-tickets', { cookie })).as(SocketTicket).ticket
}

describe('the door', () => {
  const OWN = 'https://console.test'
  test.for([
    ['no origin', undefined],
    ['a page without an origin', 'null'],
    ['http instead of https', 'http://console.test'],
    ['another port', 'https://console.test:8443'],
    ['the own name as a prefix', 'https://console.test.evil.example'],
    ['the own name as a suffix', 'https://evilconsole.test'],
    ['upper case', 'https://CONSOLE.test'],
    ['a trailing dot', 'https://console.test.'],
    ['a user name before it', 'https://console.test@evil.example'],
    ['punycode', 'https://xn--cnsole-7ta.test'],
    ['an address', 'https://127.0.0.1'],
    ['a file', 'file://'],
    ['another site', 'https://evil.example'],
  ] as const)('is shut to %s, whatever cookie it brings', async ([, origin]) => {
    await expect(openSocket(stage, { origin, headers: { cookie } })).rejects.toThrow('403')
  })

  test('is shut to two origins', async () => {
    const opening = openSocket(stage, {
      origin: undefined,
      headers: { origin: [OWN, 'https://evil.example'], cookie },
    })
    await expect(opening).rejects.toThrow('403')
  })

  test('opens to the own origin with a ticket', async () => {
    const client = await open()
    expect(client.heard[0]).toEqual({ type: 'welcome' })
  })

  test('a ticket works once, of all who show it at the same time', async () => {
    const one = await ticket()
    const clients = await Promise.all([1, 2, 3].map(() => openSocket(stage)))
    for (const client of clients) client.say({ type: 'hello', ticket: one })
    const first = await Promise.all(clients.map((client) => client.next()))
    expect(first.map(({ type }) => type).sort()).toEqual(['refused', 'refused', 'welcome'])
    for (const client of clients) client.leave()
  })

  test.for([
    ['a ticket that was never given', async () => 'x'.repeat(43)],
    [
      'a ticket that is thirty seconds old',
      async () => {
        const old = await ticket()
        stage.clock.forward(30_000)
        return old
      },
    ],
    [
      'a ticket whose session is over',
      async () => {
        const old = await ticket()
        await ask(stage, 'DELETE', '/session', { cookie })
        return old
      },
    ],
  ] as const)('%s is refused, and the socket closes', async ([, make]) => {
    const client = await openSocket(stage)
    client.say({ type: 'hello', ticket: await make() })
    expect(await client.nextOf('refused')).toMatchObject({ code: 'TICKET_UNKNOWN' })
    expect((await client.closed).code).toBe(4401)
  })

  test('who says nothing is sent away', async () => {
    const client = await openSocket(stage)
    expect(await client.nextOf('refused')).toMatchObject({ code: 'HELLO_EXPECTED' })
    expect((await client.closed).code).toBe(4408)
  })
})

describe('frames', () => {
  test.for([
    ['no JSON', '{', 'NOT_UNDERSTOOD'],
    ['an unknown type', '{"type":"delete"}', 'NOT_UNDERSTOOD'],
    ['an unknown key', '{"type":"typing","as":"owner"}', 'NOT_UNDERSTOOD'],
    ['__proto__', '{"type":"typing","__proto__":{}}', 'NOT_UNDERSTOOD'],
    ['bytes', Buffer.from('{"type":"typing"}'), 'NOT_UNDERSTOOD'],
    ['half a surrogate pair', String.raw`{"type":"hello","ticket":"\ud83d${'x'.repeat(43)}"}`, 'BAD_TEXT'],
    ['a second hello', JSON.stringify({ type: 'hello', ticket: 'x'.repeat(43) }), 'OUT_OF_ORDER'],
  ] as const)('with %s are refused and change nothing', async ([, frame, code]) => {
    const client = await open()
    client.sayRaw(frame)
    expect(await client.nextOf('refused')).toMatchObject({ code })
    client.say({ type: 'watch', conversation: 'unknown-conversation', after: 0 })
    expect(await client.nextOf('refused')).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('before hello are out of order', async () => {
    const client = await openSocket(stage)
    client.say({ type: 'typing' })
    expect(await client.nextOf('refused')).toMatchObject({ code: 'OUT_OF_ORDER' })
    client.leave()
  })

  test('that are too many are refused, and who goes on is cut off', async () => {
    const client = await open()
    for (let n = 0; n < 1_000; n += 1) client.say({ type: 'typing' })
    expect(await client.nextOf('refused')).toMatchObject({
      code: 'TOO_MANY',
      retryAfterMs: expect.any(Number),
    })
    expect((await client.closed).code).toBe(4429)
  })

  test('that are too big end the socket', async () => {
    const client = await open()
    client.sayRaw(JSON.stringify({ type: 'hello', ticket: 'x'.repeat(70_000) }))
    expect([1009, 4413]).toContain((await client.closed).code)
  })
})

describe('the end of a session', () => {
  test('is told on the bus, and that alone closes its sockets', async () => {
    const wakes: Wake[] = []
    const stop = stage.bus.subscribe((wake) => wakes.push(wake))
    const leaving = await signInAs(stage, email)
    await ask(stage, 'DELETE', '/session', { cookie: leaving })
    stop()
    expect(wakes).toMatchObject([{ type: 'signed_out', storeId }])

    const client = await open()
    const session = await asOperator(stage, (tx) =>
      tx.selectFrom('accountSession').select('id').where('storeId', '=', storeId).executeTakeFirstOrThrow(),
    )
    stage.bus.publish({ type: 'signed_out', storeId, sessionId: session.id })
    expect(await client.closed).toMatchObject({ code: 4401 })
    expect((await ask(stage, 'GET', '/session', { cookie })).status).toBe(200)
  })

  test('signing out closes its sockets at once, and no one else’s', async () => {
    const other = await open(await signInAs(stage, email))
    const client = await open()
    await ask(stage, 'DELETE', '/session', { cookie })
    expect(await client.closed).toMatchObject({ code: 4401 })
    other.say({ type: 'watch', conversation: 'unknown-conversation', after: 0 })
    expect(await other.nextOf('refused')).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('an account that is disabled loses its sockets without a word on the bus', async () => {
    const client = await open()
    await disableAccount(stage, email)
    expect(await client.closed).toMatchObject({ code: 4401 })
  })

  test('a session that idles out loses its sockets: an open window is no use of it', async () => {
    const client = await open()
    stage.clock.forward(12 * 3_600_000)
    expect(await client.closed).toMatchObject({ code: 4401 })
  })
})

test('presence counts people with an open console, and forgets them a while after they left', async () => {
  const [one, two] = [await open(), await open()]
  expect(stage.presence.people(storeId)).toBe(1)
  one!.leave()
  two!.leave()
  await Promise.all([one!.closed, two!.closed])
  await expect
    .poll(() => {
      stage.clock.forward(30_000)
      return stage.presence.people(storeId)
    })
    .toBe(0)
})

test('a draining server sends its consoles away', async () => {
  const client = await open()
  stage.drain()
  const { code, reason } = await client.closed
  expect([code, JSON.parse(reason)]).toEqual([4503, { code: 'DRAINING', retryAfterMs: expect.any(Number) }])
})
