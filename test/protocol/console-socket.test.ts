import type { ConsoleDown, SocketTicket as Ticket } from '@shopbell/protocol'
import { SocketTicket } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { ask, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer } from './console-stage/buyer.ts'
import { type ConsoleClient, isType, openConsole, openSocket } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

let stage: ConsoleStage
let storeId: number
let cookie: string
let email: string
let stores = 0
const clients: ConsoleClient[] = []

beforeAll(async () => {
  stage = await openConsoleStage({ ownOrigin: 'https://console.test', beatEveryMs: 200 })
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  email = `agent@shop-${stores}.example`
  storeId = await stage.addStore(`shop-${stores}`)
  await addAccount(stage, storeId, { email, role: 'agent' })
  cookie = await signInAs(stage, email)
  await publishSample(stage, storeId)
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
  const issued: Ticket = (await ask(stage, 'POST', '/socket-tickets', { cookie })).as(SocketTicket)
  return issued.ticket
}
const act = (path: string, body: object) => ask(stage, 'POST', path, { cookie, body })
const textOf = ({ message }: Extract<ConsoleDown, { type: 'message' }>) =>
  message.content.kind === 'text' ? message.content.text : message.content.kind

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
    const first = await Promise.all(
      clients.map((client) => client.next((frame): frame is ConsoleDown => true)),
    )
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
    expect(await client.next(isType('refused'))).toMatchObject({ code: 'TICKET_UNKNOWN' })
    expect((await client.closed).code).toBe(4401)
  })

  test('who says nothing is sent away', async () => {
    const client = await openSocket(stage)
    expect(await client.next(isType('refused'))).toMatchObject({ code: 'HELLO_EXPECTED' })
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
    expect(await client.next(isType('refused'))).toMatchObject({ code })
    client.say({ type: 'watch', conversation: 'unknown-conversation', after: 0 })
    expect(await client.next(isType('refused'))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('before hello are out of order', async () => {
    const client = await openSocket(stage)
    client.say({ type: 'typing' })
    expect(await client.next(isType('refused'))).toMatchObject({ code: 'OUT_OF_ORDER' })
    client.leave()
  })

  test('that are too many are refused, and who goes on is cut off', async () => {
    const client = await open()
    for (let n = 0; n < 200; n += 1) client.say({ type: 'typing' })
    expect(await client.next(isType('refused'))).toMatchObject({
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

describe('the list', () => {
  test('shows every change of the store’s conversations, and no other store’s', async () => {
    const client = await open()
    const otherStore = await stage.addStore(`other-${stores}`)
    const stranger = await arriveAsBuyer(stage, otherStore)
    await stranger.say('Not yours')
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Do you make teapots?')
    const row = await client.next(isType('conversation'))
    expect(row.conversation).toMatchObject({ id: buyer.conversation, handling: 'waiting' })

    await act(`/conversations/${buyer.conversation}/handling`, { action: 'close' })
    const isClosed = (frame: ConsoleDown) =>
      frame.type === 'conversation' && frame.conversation.handling === 'closed'
    await client.next((frame): frame is ConsoleDown => isClosed(frame))
    const ids = client.heard.flatMap((frame) =>
      frame.type === 'conversation' ? [frame.conversation.id] : [],
    )
    expect(new Set(ids)).toEqual(new Set([buyer.conversation]))
  })
})

describe('watching', () => {
  test('brings every message after a seq, in order, then what comes, then the answers', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    const before = buyer.shown().length
    const client = await open()
    client.say({ type: 'watch', conversation: buyer.conversation, after: 1 })
    for (let seq = 2; seq <= before; seq += 1) {
      expect((await client.next(isType('message'))).message.seq).toBe(seq)
    }
    expect(await client.next(isType('answers'))).toMatchObject({ answers: [] })

    const form = buyer.shown().find(({ content }) => content.kind === 'form')!
    await buyer.send({ kind: 'choice', message: form.seq, option: 'ml-500' })
    expect((await client.next(isType('message'))).message).toMatchObject({ seq: before + 1, author: 'buyer' })
    expect(await client.next(isType('answers'))).toMatchObject({
      answers: [{ variable: 'size', value: 'ml-500' }],
    })
  })

  test('misses nothing and repeats nothing while many messages come', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Message 0')
    const client = await open()
    client.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await Promise.all(Array.from({ length: 150 }, (_, n) => buyer.say(`Message ${n + 1}`)))
    const last = buyer.shown().at(-1)!.seq
    const isLast = (frame: ConsoleDown) => frame.type === 'message' && frame.message.seq === last
    await client.next((frame): frame is ConsoleDown => isLast(frame))
    const seqs = client.heard.flatMap((frame) => (frame.type === 'message' ? [frame.message.seq] : []))
    expect(seqs).toEqual(Array.from({ length: last }, (_, n) => n + 1))
  })

  test('one conversation at a time: the one before falls silent', async () => {
    const [first, second] = [await arriveAsBuyer(stage, storeId), await arriveAsBuyer(stage, storeId)]
    const client = await open()
    client.say({ type: 'watch', conversation: first!.conversation, after: 0 })
    await client.next(isType('answers'))
    client.say({ type: 'watch', conversation: second!.conversation, after: 0 })
    await client.next(isType('answers'))
    await first!.say('Nobody watches')
    await second!.say('Somebody watches')
    expect(textOf(await client.next(isType('message')))).toBe('Somebody watches')
  })

  test('another store’s conversation is not found', async () => {
    const stranger = await arriveAsBuyer(stage, await stage.addStore(`foreign-${stores}`))
    await stranger.say('Secret')
    const client = await open()
    client.say({ type: 'watch', conversation: stranger.conversation, after: 0 })
    expect(await client.next(isType('refused'))).toMatchObject({ code: 'NOT_FOUND' })
    expect(client.heard.map(({ type }) => type)).not.toContain('message')
  })

  test('a wake that was lost is made good by the next beat', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('First')
    const client = await open()
    client.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await client.next(isType('answers'))
    const { seq } = buyer.shown().at(-1)!
    // As another node would store it, with its wake lost on the way.
    const { db } = stage.database
    const values = {
      storeId,
      conversationId: buyer.conversationId,
      seq: seq + 1,
      at: 1,
      author: 'system',
      kind: 'note',
    } as const
    const content = JSON.stringify({ kind: 'text', text: 'Unannounced' })
    await db
      .insertInto('message')
      .values({ ...values, content })
      .execute()
    await db
      .updateTable('conversation')
      .set({ head: seq + 1 })
      .where('id', '=', buyer.conversationId)
      .execute()
    const isIt = (frame: ConsoleDown) => frame.type === 'message' && frame.message.seq === seq + 1
    await client.next((frame): frame is ConsoleDown => isIt(frame))
    const knows = (frame: ConsoleDown) => frame.type === 'beat' && frame.head === seq + 1
    await client.next((frame): frame is ConsoleDown => knows(frame))
  })

  test('typing goes both ways, and only to who watches', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Hello')
    const [watching, other] = [await open(), await open()]
    watching!.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await watching!.next(isType('answers'))
    buyer.type()
    expect(await watching!.next(isType('typing'))).toEqual({
      type: 'typing',
      conversation: buyer.conversation,
    })
    watching!.say({ type: 'typing' })
    await expect.poll(() => buyer.heard.map(({ type }) => type)).toContain('typing')
    expect(other!.heard.map(({ type }) => type)).not.toContain('typing')
  })

  test('a reply is seen by the buyer, by who watches, and silences the robot', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    const client = await open()
    client.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await act(`/conversations/${buyer.conversation}/replies`, { id: 'console-lane.1', text: 'This is Mei' })
    const isReply = (frame: ConsoleDown) => frame.type === 'message' && frame.message.kind === 'human'
    const reply = await client.next((frame): frame is ConsoleDown => isReply(frame))
    expect(reply).toMatchObject({ message: { author: 'agent', content: { text: 'This is Mei' } } })
    expect(buyer.shown().at(-1)).toMatchObject({ kind: 'human' })
  })
})

describe('the end of a session', () => {
  test('signing out closes its sockets at once, and no one else’s', async () => {
    const other = await open(await signInAs(stage, email))
    const client = await open()
    await ask(stage, 'DELETE', '/session', { cookie })
    expect(await client.closed).toMatchObject({ code: 4401 })
    other.say({ type: 'watch', conversation: 'unknown-conversation', after: 0 })
    expect(await other.next(isType('refused'))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('an account that is disabled loses its sockets without a word on the bus', async () => {
    const client = await open()
    await stage.database.db.updateTable('account').set({ disabledAt: 1 }).where('email', '=', email).execute()
    expect(await client.closed).toMatchObject({ code: 4401 })
  })

  test('a session that idles out loses its sockets: an open window is no use of it', async () => {
    const client = await open()
    stage.clock.forward(12 * 3_600_000)
    expect(await client.closed).toMatchObject({ code: 4401 })
  })
})

test('presence counts people with an open console, and forgets them when they leave', async () => {
  const [one, two] = [await open(), await open()]
  expect(stage.presence.people(storeId)).toBe(1)
  one!.leave()
  two!.leave()
  await expect.poll(() => stage.presence.people(storeId)).toBe(0)
})

test('a draining server sends its consoles away', async () => {
  const own = await openConsoleStage({ ownOrigin: 'https://console.test' })
  await addAccount(own, await own.addStore('harbor'), { email: 'agent@harbor.example', role: 'agent' })
  const client = await openConsole(own, await signInAs(own, 'agent@harbor.example'))
  own.sockets.drain()
  const { code, reason } = await client.closed
  expect([code, JSON.parse(reason)]).toEqual([4503, { code: 'DRAINING', retryAfterMs: expect.any(Number) }])
  await own.close()
})
