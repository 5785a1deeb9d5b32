import { rmSync } from 'node:fs'
import { type Webhook, WebhookCreated } from '@shopbell/protocol'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newEmbeddedData } from '../../tools/embedded-data.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { isGenuine, type Receiver, startReceiver } from '../../tools/start-receiver.ts'
import { type MovedServer, startMovedServer } from '../../tools/start-moved-server.ts'
import { NOW } from '../store/stage.ts'
import { createPostgresDatabase, KINDS } from '../store/test-database.ts'

/** Longer than a node holds what it has begun. */
const LATER_MS = 2 * 60_000

describe.each(KINDS)('a server on %s that is killed', (kind) => {
  let receiver: Receiver
  let environment: Readonly<Record<string, string>>
  let clear: () => Promise<void>
  beforeAll(async () => {
    receiver = await startReceiver()
    const data = await newEmbeddedData('shopbell-webhooks-')
    const postgres = kind === 'postgres' ? await createPostgresDatabase(inject('postgresUrl')) : null
    environment = {
      ...{ SHOPBELL_DATA: data, SHOPBELL_DEMO: 'on', SHOPBELL_WEBHOOK_ALLOW: '127.0.0.1' },
      ...(postgres === null ? {} : { DATABASE_URL: postgres.url }),
    }
    clear = async () => {
      await postgres?.drop()
      rmSync(data, { recursive: true, force: true })
    }
  })
  afterAll(async () => {
    await receiver.stop()
    await clear()
  })

  test('between the commit and the delivery tells it after its next start, under the same id', async () => {
    const first = await startMovedServer(NOW, environment)
    const secret = await listen(first, receiver.url)
    receiver.be(() => undefined)
    const buyer = await openBuyer(first.url)
    await buyer.hello()
    expect(await buyer.say('killed-lane.1', 'Are you there?')).toMatchObject({ type: 'stored' })
    await expect.poll(() => receiver.received.length).toBeGreaterThan(0)
    await first.kill()
    const begun = receiver.received.length
    const [held] = receiver.received

    receiver.be(() => 200)
    const second = await startMovedServer(NOW + LATER_MS, environment)
    await second.clock.forward(0)
    const said = receiver.received.slice(begun)
    expect(said[0]?.id).toBe(held?.id)
    expect(said[0]?.event.data).toMatchObject({ seq: 1, author: 'buyer' })
    expect(said.every((one) => isGenuine(secret, one))).toBe(true)
    const seqs = said.map(({ event }) => event.data['seq'])
    expect(seqs).toEqual(seqs.map((_, place) => place + 1))
    await second.stop()
  })
})

/** Makes the owner, and an endpoint that hears every message; answers its secret. */
async function listen({ url, setupLink }: MovedServer, receiver: string): Promise<string> {
  const token = new URL(setupLink ?? '').hash.slice('#token='.length)
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const owner = { token, name: 'Owner', email: 'owner@shop.example', password: 'correct horse battery' }
  const cookie = (await post('setup', owner)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const events: Webhook['events'] = ['message.stored']
  const answer = await post('webhooks', { url: receiver, events }, cookie)
  return Value.Parse(WebhookCreated, await answer.json()).secret
}
