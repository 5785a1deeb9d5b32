import { WebhookEvent } from '@shopbell/protocol'
import { Value } from 'typebox/value'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Webhooks } from '../../../packages/server/src/jobs/webhooks.ts'
import { eraseConversation } from '../../../packages/server/src/store/erase-conversation.ts'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { deliverAgain } from '../../../packages/server/src/webhooks/deliver-again.ts'
import { listDeliveries } from '../../../packages/server/src/webhooks/list-deliveries.ts'
import { listWebhooks } from '../../../packages/server/src/webhooks/list-webhooks.ts'
import { makeSecret } from '../../../packages/server/src/webhooks/make-secret.ts'
import { isRefused } from '../../../packages/server/src/reception/refused.ts'
import { freePort } from '../../tools/free-port.ts'
import { isGenuine, type Receiver, startReceiver } from '../../tools/start-receiver.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../store/test-database.ts'
import { openWebhookStage, type WebhookStage } from './webhook-stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe.each(KINDS)('webhooks on %s', (kind) => {
  let database: TestDatabase
  let stage: WebhookStage
  let receiver: Receiver
  let node: Webhooks
  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    stage = await openWebhookStage(database)
    receiver = await startReceiver()
    node = stage.startNode()
  })
  afterEach(async () => {
    await node.stop()
    await receiver.stop()
  })

  const types = () => receiver.received.map(({ event }) => event.type)
  const seqs = (conversation: string) =>
    receiver.received
      .filter(({ event }) => event.data['conversation'] === conversation)
      .map(({ event }) => event.data['seq'])
  const deliveries = async (id: string) => {
    const listed = await listDeliveries(stage.desk, stage.owner, id, { limit: 50 })
    if (isRefused(listed)) throw new Error(listed.refused)
    return listed.deliveries.toReversed()
  }

  test('are told what they listen to, in order, signed so that a stranger’s verifier believes it', async () => {
    const { id, secret } = await stage.listen(receiver.url, [
      'message.stored',
      'conversation.handoff',
      'conversation.closed',
    ])
    const row = await stage.begin()
    await stage.say(await stage.say(await stage.say(row), 'waiting'), 'closed')
    await node.lookNow()
    expect(types()).toEqual([
      'message.stored',
      'message.stored',
      'conversation.handoff',
      'message.stored',
      'conversation.closed',
    ])
    for (const one of receiver.received) {
      expect(Value.Check(WebhookEvent, one.event)).toBe(true)
      expect(isGenuine(secret, one)).toBe(true)
      expect(isGenuine(secret, { ...one, body: one.body.replace('buyer', 'agent') + ' ' })).toBe(false)
      expect(isGenuine(`whsec_${Buffer.alloc(32).toString('base64')}`, one)).toBe(false)
    }
    const [first] = receiver.received
    expect(first?.event.data).toMatchObject({ conversation: row.publicId, seq: 1, author: 'buyer' })
    expect(new Set(receiver.received.map((one) => one.id)).size).toBe(5)
    expect(await deliveries(id)).toMatchObject(
      types().map((type) => ({ type, state: 'delivered', status: 204, attempts: 1 })),
    )
    expect(await listWebhooks(stage.desk, stage.owner)).toMatchObject([{ waiting: 0, dead: 0 }])
  })

  test('hear of nothing they did not ask for, nor do another store’s', async () => {
    const other = await openWebhookStage(database)
    await other.listen(receiver.url, ['message.stored'])
    await stage.listen(receiver.url, ['conversation.closed'])
    await stage.say(await stage.say(await stage.begin()), 'closed')
    await node.lookNow()
    expect(types()).toEqual(['conversation.closed'])
  })

  test('a receiver that was down gets everything once it is up, in order and under the same ids', async () => {
    const port = await freePort()
    await receiver.stop()
    receiver = await startReceiver(port)
    const { id } = await stage.listen(receiver.url, ['message.stored'])
    receiver.be(() => 503)
    let row = await stage.begin()
    for (let n = 0; n < 3; n += 1) row = await stage.say(row)
    await node.lookNow()
    const [first] = await deliveries(id)
    expect(first).toMatchObject({ state: 'waiting', status: 503, attempts: 1 })
    expect(seqs(row.publicId)).toEqual([1])

    await receiver.stop()
    stage.passes(MINUTE)
    await node.lookNow()
    expect((await deliveries(id))[0]).toMatchObject({ fault: 'no_connection', attempts: 2 })
    expect((await listWebhooks(stage.desk, stage.owner))[0]?.failingSince).toBeTypeOf('number')
    const before = first?.event

    receiver = await startReceiver(port)
    stage.passes(HOUR)
    await node.lookNow()
    expect(seqs(row.publicId)).toEqual([1, 2, 3])
    expect(receiver.received[0]?.id).toBe(before)
    expect((await listWebhooks(stage.desk, stage.owner))[0]).not.toHaveProperty('failingSince')
  })

  test('one conversation that cannot be told does not hold up the others', async () => {
    await stage.listen(receiver.url, ['message.stored'])
    const [poor, fine] = [await stage.begin(), await stage.begin()]
    receiver.be(({ event }) => (event.data['conversation'] === poor.publicId ? 500 : 200))
    let [a, b] = [poor, fine]
    for (let n = 0; n < 3; n += 1) [a, b] = [await stage.say(a), await stage.say(b)]
    await node.lookNow()
    expect(seqs(fine.publicId)).toEqual([1, 2, 3])
    expect(seqs(poor.publicId)).toEqual([1])
  })

  test('several nodes tell each event once, and each conversation in order', async () => {
    await stage.listen(receiver.url, ['message.stored'])
    const others = [stage.startNode(), stage.startNode()]
    let rows = await Promise.all(Array.from({ length: 5 }, () => stage.begin()))
    for (let n = 0; n < 4; n += 1) {
      const after = []
      for (const row of rows) after.push(await stage.say(row))
      rows = after
      stage.desk.bus.publish({ type: 'webhooks', storeId: stage.storeId })
    }
    await expect.poll(() => receiver.received.length).toBe(20)
    await Promise.all([node, ...others].map((one) => one.lookNow()))
    for (const { publicId } of rows) expect(seqs(publicId)).toEqual([1, 2, 3, 4])
    await Promise.all(others.map((one) => one.stop()))
  })

  test('what nobody takes for three days is given up, the next goes on, and both can be sent again', async () => {
    const { id } = await stage.listen(receiver.url, ['message.stored'])
    const row = await stage.begin()
    await stage.say(await stage.say(row))
    receiver.be(({ event }) => (event.data['seq'] === 1 ? 500 : 200))
    const waits = [MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 16 * HOUR, 23 * HOUR, 27 * HOUR]
    for (const wait of waits) {
      await node.lookNow()
      stage.passes(wait)
    }
    await node.lookNow()
    expect(seqs(row.publicId)).toEqual([...Array.from({ length: 10 }, () => 1), 2])
    expect(await deliveries(id)).toMatchObject([
      { state: 'dead', attempts: 10, status: 500 },
      { state: 'delivered' },
    ])

    receiver.be(() => 200)
    const dead = (await deliveries(id))[0]?.id ?? 0
    expect(await deliverAgain(stage.desk, stage.owner, id, { since: stage.desk.clock.now() })).toEqual({
      count: 0,
    })
    expect(await deliverAgain(stage.desk, stage.owner, id, { id: dead })).toEqual({ count: 1 })
    expect(await deliverAgain(stage.desk, stage.owner, id, { id: dead })).toEqual({ refused: 'NOT_FOUND' })
    await node.lookNow()
    expect(seqs(row.publicId).at(-1)).toBe(1)
    expect(receiver.received.at(-1)?.id).toBe(receiver.received[0]?.id)
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }])
  })

  test.for([
    ['says that it is gone', 410, 0, 'gone'],
    ['takes nothing for five days', 500, 6 * DAY, 'failing'],
  ] as const)(
    'an endpoint that %s is switched off, and its people are told',
    async ([, status, wait, off]) => {
      const { id } = await stage.listen(receiver.url, ['message.stored'])
      receiver.be(() => status)
      const row = await stage.say(await stage.begin())
      await node.lookNow()
      stage.passes(wait)
      await node.lookNow()
      expect(await listWebhooks(stage.desk, stage.owner)).toMatchObject([{ id, active: false, off }])
      const letters = await database.asOwner((tx) =>
        tx.selectFrom('letter').selectAll().where('forStore', '=', stage.storeId).execute(),
      )
      expect(letters).toMatchObject([
        { recipient: stage.owner.email, subject: expect.stringContaining('switched off') },
      ])
      expect(letters[0]?.words).not.toContain('/hooks')
      const heard = receiver.received.length
      await stage.say(row)
      stage.passes(HOUR)
      await node.lookNow()
      expect(receiver.received).toHaveLength(heard)
    },
  )

  test('after an endpoint said that it is gone, it is sent nothing more of that conversation', async () => {
    const { id } = await stage.listen(receiver.url, ['message.stored'])
    receiver.be(() => 410)
    await stage.say(await stage.say(await stage.say(await stage.begin())))
    const others = [stage.startNode(), stage.startNode()]
    let isLooking = true
    const looking = others.map(async (one) => {
      while (isLooking) await one.lookNow()
    })
    const isOff = async () => (await listWebhooks(stage.desk, stage.owner)).every(({ active }) => !active)
    await expect.poll(isOff).toBe(true)
    isLooking = false
    await Promise.all(looking)
    await Promise.all(others.map((one) => one.stop()))
    expect(receiver.received).toHaveLength(1)
    expect((await deliveries(id)).map(({ state }) => state)).toEqual(['dead', 'waiting', 'waiting'])
  })

  test('of an erased buyer nothing is told, and nothing stays', async () => {
    const { id } = await stage.listen(receiver.url, ['message.stored'])
    receiver.be(() => 500)
    const row = await stage.say(await stage.begin())
    await node.lookNow()
    await stage.say(row)
    await runAsStore(database, stage.storeId, (tx) => eraseConversation(tx, row.id))
    expect(await deliveries(id)).toEqual([])
    receiver.be(() => 200)
    stage.passes(DAY)
    await node.lookNow()
    expect(receiver.received).toHaveLength(1)
    const left = await database.asOwner(async (tx) => [
      await tx.selectFrom('webhookNews').select('id').where('storeId', '=', stage.storeId).execute(),
      await tx.selectFrom('webhookLane').select('lane').where('storeId', '=', stage.storeId).execute(),
    ])
    expect(left).toEqual([[], []])
  })

  test('while a secret is changed over, both sign; a day later only the new one', async () => {
    const { id, secret } = await stage.listen(receiver.url, ['message.stored'])
    const made = await makeSecret(stage.desk, stage.owner, id)
    const fresh = isRefused(made) ? '' : made.secret
    const row = await stage.say(await stage.begin())
    await node.lookNow()
    stage.passes(DAY)
    await stage.say(row)
    await node.lookNow()
    const believed = receiver.received.map((one) => [isGenuine(secret, one), isGenuine(fresh, one)])
    expect(believed).toEqual([
      [true, true],
      [false, true],
    ])
    expect(stage.logged()).not.toContain('whsec_')
  })

  test('what a node began and did not end is begun by another one', async () => {
    await stage.listen(receiver.url, ['message.stored'])
    receiver.be(() => undefined)
    const row = await stage.say(await stage.begin())
    stage.desk.bus.publish({ type: 'webhooks', storeId: stage.storeId })
    await expect.poll(() => receiver.received.length).toBe(1)
    const other = stage.startNode()
    await other.lookNow()
    expect(receiver.received).toHaveLength(1)
    receiver.be(() => 200)
    stage.passes(2 * MINUTE)
    await other.lookNow()
    expect(seqs(row.publicId)).toEqual([1, 1])
    expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
    await other.stop()
  })
})
