import type { ServerResponse } from 'node:http'
import { DeliveryList, WebhookCreated } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../../conversations/live/console-api.ts'
import { PER_WEBHOOK } from '../../../packages/server/src/webhooks/take-due.ts'
import { eventually } from '../../tools/eventually.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { type ServerProcess, startServerProcess } from '../../tools/server-process.ts'
import { isGenuine, type Received, type Receiver, startReceiver } from '../../tools/start-receiver.ts'
import { createPostgresDatabase } from '../store/test-database.ts'

// Two servers, each a process of its own, on one PostgreSQL: both tell webhooks, and a conversation is told in order all the same.

/** More than one node tells one endpoint of at a time. */
const BUYERS = PER_WEBHOOK + 2
const TURNS = 6

let postgres: Awaited<ReturnType<typeof createPostgresDatabase>>
let receiver: Receiver
let servers: readonly [ServerProcess, ServerProcess]
let api: ConsoleApi
let secret: string
let webhook: string
beforeAll(async () => {
  receiver = await startReceiver()
  postgres = await createPostgresDatabase(inject('postgresUrl'))
  const start = () =>
    startServerProcess({
      ...{ PORT: '0', DATABASE_URL: postgres.url, SHOPBELL_DEMO: 'on' },
      SHOPBELL_WEBHOOK_ALLOW: '127.0.0.1',
    })
  const first = await start()
  const setupLink = /Console\s+(\S+\/setup#token=\S+)/.exec(first.output())?.[1] ?? ''
  api = await openConsoleApi(first.url, setupLink)
  const body = JSON.stringify({ url: receiver.url, events: ['message.stored'] })
  const made = await api.ask('POST', 'webhooks', WebhookCreated, body)
  secret = made.secret
  webhook = made.webhook.id
  // A server that starts now knows the endpoint from its first message on.
  servers = [first, await start()]
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await receiver.stop()
  await postgres.drop()
})

/** A buyer with a tab on each server, who greets and then writes on one and the other in turn; their conversation and its length. */
async function chat(nth: number): Promise<{ readonly id: string; readonly head: number }> {
  const here = await openBuyer(servers[nth % 2]!.url)
  const { token, conversation: id } = await here.hello()
  const there = await openBuyer(servers[(nth + 1) % 2]!.url)
  await there.hello({ token })
  let head = 0
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const tab: RawBuyer = turn % 2 === 1 ? here : there
    const answer = await tab.say(`turns-${String(nth)}-lane-${String(turn)}.1`, `Turn ${String(turn)}`)
    if (answer.type !== 'stored')
      throw new Error(`Turn ${String(turn)} was not stored: ${JSON.stringify(answer)}`)
    head = Math.max(head, answer.seq)
  }
  here.drop()
  there.drop()
  return { id, head }
}

test('both deliver at once, never two of a conversation, and every conversation is whole and in order', async () => {
  const open = new Map<unknown, ServerResponse>()
  const overlapping: unknown[] = []
  let isHeld = true
  const answerAll = () => {
    for (const [conversation, response] of open) {
      open.delete(conversation)
      response.writeHead(204).end()
    }
  }
  receiver.be(({ event }, response) => {
    const { conversation } = event.data
    if (open.has(conversation)) overlapping.push(event.data)
    open.set(conversation, response)
    // Cut off by its sender: what comes next of this conversation is another attempt.
    response.on('close', () => {
      if (open.get(conversation) === response) open.delete(conversation)
    })
    // More than one node sends at a time: the other one is there, too, and from now on nobody waits.
    if (open.size > PER_WEBHOOK) isHeld = false
    if (!isHeld) setImmediate(answerAll)
    return undefined
  })

  const chats = await Promise.all(Array.from({ length: BUYERS }, (_, nth) => chat(nth)))
  await eventually(() => {
    for (const { id, head } of chats) expect(toldOf(id).length).toBeGreaterThanOrEqual(head)
  })
  await eventually(async () => {
    const { deliveries } = await api.ask('GET', `webhooks/${webhook}/deliveries?state=waiting`, DeliveryList)
    expect(deliveries).toEqual([])
  })

  expect(isHeld).toBe(false)
  for (const { id } of chats) {
    const seqs = toldOf(id).map(({ event }) => event.data['seq'])
    expect(seqs).toEqual(seqs.map((_, place) => place + 1))
  }
  expect(overlapping).toEqual([])
  expect(receiver.received.every((one) => isGenuine(secret, one))).toBe(true)
})

/** What was told of a conversation, in the order it came in; an attempt that was held for too long comes again. */
function toldOf(id: string): readonly Received[] {
  const told = receiver.received.filter(({ event }) => event.data['conversation'] === id)
  return [...Map.groupBy(told, (one) => one.id).values()].map(([first]) => first!)
}
