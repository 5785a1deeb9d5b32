import type { ConsoleDown } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { ask, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer } from './console-stage/buyer.ts'
import { type ConsoleClient, openConsole } from './console-stage/console-client.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

let stage: ConsoleStage
let storeId: number
let cookie: string
let stores = 0
const clients: ConsoleClient[] = []

beforeAll(async () => {
  stage = await openConsoleStage({ ownOrigin: 'https://console.test', beatEveryMs: 200 })
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  const email = `agent@shop-${stores}.example`
  storeId = await stage.addStore(`shop-${stores}`)
  await addAccount(stage, storeId, { email, role: 'agent' })
  cookie = await signInAs(stage, email)
  await publishSample(stage, storeId)
  return () => {
    for (const client of clients.splice(0)) client.leave()
  }
})

async function open(): Promise<ConsoleClient> {
  const client = await openConsole(stage, cookie)
  clients.push(client)
  return client
}
const act = (path: string, body: object) => ask(stage, 'POST', path, { cookie, body })
const textOf = ({ message }: Extract<ConsoleDown, { type: 'message' }>) =>
  message.content.kind === 'text' ? message.content.text : message.content.kind

describe('the list', () => {
  test('shows every change of the store’s conversations, and no other store’s', async () => {
    const client = await open()
    const otherStore = await stage.addStore(`other-${stores}`)
    const stranger = await arriveAsBuyer(stage, otherStore)
    await stranger.say('Not yours')
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.askForPerson()
    const row = await client.nextOf('conversation')
    expect(row.conversation).toMatchObject({ id: buyer.conversation, handling: 'waiting' })

    await act(`/conversations/${buyer.conversation}/handling`, { action: 'close' })
    const isClosed = (frame: ConsoleDown) =>
      frame.type === 'conversation' && frame.conversation.handling === 'closed'
    await client.next(isClosed)
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
      expect((await client.nextOf('message')).message.seq).toBe(seq)
    }
    expect(await client.nextOf('answers')).toMatchObject({ answers: [] })

    const form = buyer.shown().find(({ content }) => content.kind === 'form')!
    await buyer.send({ kind: 'choice', message: form.seq, option: 'ml-500' })
    expect((await client.nextOf('message')).message).toMatchObject({ seq: before + 1, author: 'buyer' })
    expect(await client.nextOf('answers')).toMatchObject({
      answers: [{ variable: 'size', value: 'ml-500' }],
    })
  })

  test('misses nothing and repeats nothing while many messages come', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Message 0')
    const client = await open()
    client.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    for (let round = 1; round <= 10; round += 1) {
      await Promise.all(Array.from({ length: 15 }, (_, n) => buyer.say(`Message ${round}.${n}`)))
    }
    const last = buyer.shown().at(-1)!.seq
    const isLast = (frame: ConsoleDown) => frame.type === 'message' && frame.message.seq === last
    await client.next(isLast)
    const seqs = client.heard.flatMap((frame) => (frame.type === 'message' ? [frame.message.seq] : []))
    expect(seqs).toEqual(Array.from({ length: last }, (_, n) => n + 1))
  })

  test('one conversation at a time: the one before falls silent', async () => {
    const [first, second] = [await arriveAsBuyer(stage, storeId), await arriveAsBuyer(stage, storeId)]
    const client = await open()
    client.say({ type: 'watch', conversation: first!.conversation, after: 0 })
    await client.nextOf('answers')
    client.say({ type: 'watch', conversation: second!.conversation, after: 0 })
    await client.nextOf('answers')
    await first!.say('Nobody watches')
    await second!.say('Somebody watches')
    expect(textOf(await client.nextOf('message'))).toBe('Somebody watches')
  })

  test('nothing of a long conversation comes after another one was chosen', async () => {
    const [long, short] = [await arriveAsBuyer(stage, storeId), await arriveAsBuyer(stage, storeId)]
    await short.say('Short')
    await asOperator(stage, async (tx) => {
      const content = JSON.stringify({ kind: 'text', text: 'Long' })
      const line = {
        storeId,
        conversationId: long.conversationId,
        at: 1,
        author: 'buyer',
        kind: 'buyer',
        content,
      } as const
      const lines = Array.from({ length: 1_000 }, (_, n) => ({ ...line, seq: n + 1 }))
      await tx.insertInto('message').values(lines).execute()
      await tx
        .updateTable('conversation')
        .set({ head: 1_000 })
        .where('id', '=', long.conversationId)
        .execute()
    })
    const client = await open()
    client.say({ type: 'watch', conversation: long.conversation, after: 0 })
    await client.nextOf('message')
    client.say({ type: 'watch', conversation: short.conversation, after: 0 })
    await client.nextOf('answers')
    await short.say('The end')
    await client.next((frame) => frame.type === 'message' && textOf(frame) === 'The end')

    const order = client.heard.flatMap((frame) => (frame.type === 'message' ? [frame.conversation] : []))
    const chosen = order.indexOf(short.conversation)
    expect(order.slice(0, chosen).length).toBeLessThan(1_000)
    expect(new Set(order.slice(chosen))).toEqual(new Set([short.conversation]))
  })

  test('another store’s conversation is not found', async () => {
    const stranger = await arriveAsBuyer(stage, await stage.addStore(`foreign-${stores}`))
    await stranger.say('Secret')
    const client = await open()
    client.say({ type: 'watch', conversation: stranger.conversation, after: 0 })
    expect(await client.nextOf('refused')).toMatchObject({ code: 'NOT_FOUND' })
    expect(client.heard.map(({ type }) => type)).not.toContain('message')
  })

  test('a wake that was lost is made good by the next beat', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('First')
    const client = await open()
    client.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await client.nextOf('answers')
    const { seq } = buyer.shown().at(-1)!
    // As another node would store it, with its wake lost on the way.
    const values = {
      storeId,
      conversationId: buyer.conversationId,
      seq: seq + 1,
      at: 1,
      author: 'system',
      kind: 'note',
    } as const
    const content = JSON.stringify({ kind: 'text', text: 'Unannounced' })
    await asOperator(stage, async (tx) => {
      await tx
        .insertInto('message')
        .values({ ...values, content })
        .execute()
      await tx
        .updateTable('conversation')
        .set({ head: seq + 1 })
        .where('id', '=', buyer.conversationId)
        .execute()
    })
    const isIt = (frame: ConsoleDown) => frame.type === 'message' && frame.message.seq === seq + 1
    await client.next(isIt)
    const knows = (frame: ConsoleDown) => frame.type === 'beat' && frame.head === seq + 1
    await client.next(knows)
  })

  test('typing goes both ways, and only to who watches', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Hello')
    const [watching, other] = [await open(), await open()]
    watching!.say({ type: 'watch', conversation: buyer.conversation, after: 0 })
    await watching!.nextOf('answers')
    buyer.type()
    expect(await watching!.nextOf('typing')).toEqual({
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
    const reply = await client.next(isReply)
    expect(reply).toMatchObject({ message: { author: 'agent', content: { text: 'This is Mei' } } })
    expect(buyer.shown().at(-1)).toMatchObject({ kind: 'human' })
  })
})
