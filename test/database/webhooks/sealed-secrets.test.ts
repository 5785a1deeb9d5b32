import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { isRefused } from '../../../packages/server/src/reception/refused.ts'
import { listDeliveries } from '../../../packages/server/src/webhooks/list-deliveries.ts'
import { makeSecret } from '../../../packages/server/src/webhooks/make-secret.ts'
import { isGenuine, type Receiver, startReceiver } from '../../tools/start-receiver.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../store/test-database.ts'
import { openWebhookStage, type WebhookStage } from './webhook-stage.ts'

// Secrets under an operator's key (docs/webhooks.md, “Secrets in the database”).

const HOUR_MS = 60 * 60_000
const [key, other] = [randomBytes(32), randomBytes(32)]

describe.each(KINDS)('secrets under a key, on %s', (kind) => {
  let database: TestDatabase
  let receiver: Receiver
  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    receiver = await startReceiver()
  })
  afterEach(() => receiver.stop())

  /** What a node with these keys sends of a message, with the node stopped again. */
  async function tellOne(stage: WebhookStage, keys?: readonly Uint8Array[]): Promise<void> {
    const node = stage.startNode(keys)
    await stage.say(await stage.begin())
    await node.lookNow()
    await node.stop()
  }

  const kept = async ({ storeId }: WebhookStage) => {
    const rows = await database.db
      .selectFrom('webhookSecret')
      .select('secret')
      .where('storeId', '=', storeId)
      .orderBy('id')
      .execute()
    return rows.map(({ secret }) => secret)
  }

  test('are not in the database, and sign what is sent', async () => {
    const stage = await openWebhookStage(database, [key])
    const { secret } = await stage.listen(receiver.url, ['message.stored'])
    expect(await kept(stage)).toEqual([expect.stringMatching(/^sealed:1:[0-9a-f]{8}:[A-Za-z0-9_-]{90,}$/)])
    await tellOne(stage)
    expect(receiver.received.map((one) => isGenuine(secret, one))).toEqual([true])
  })

  test('of before there was a key sign on, and a new one is kept under it', async () => {
    const stage = await openWebhookStage(database)
    const { id, secret } = await stage.listen(receiver.url, ['message.stored'])
    expect(await kept(stage)).toEqual([secret])
    await tellOne(stage, [key])
    const withKey = { ...stage.desk, seal: (await openWebhookStage(database, [key])).desk.seal }
    const made = await makeSecret(withKey, stage.owner, id)
    if (isRefused(made)) throw new Error(made.refused)
    expect(await kept(stage)).toEqual([secret, expect.stringMatching(/^sealed:1:/)])
    await tellOne(stage, [key])
    expect(receiver.received.map((one) => [isGenuine(secret, one), isGenuine(made.secret, one)])).toEqual([
      [true, false],
      [true, true],
    ])
  })

  test('of an older key sign on while it stands behind the new one', async () => {
    const stage = await openWebhookStage(database, [other])
    const { secret } = await stage.listen(receiver.url, ['message.stored'])
    await tellOne(stage, [key, other])
    expect(receiver.received.map((one) => isGenuine(secret, one))).toEqual([true])
  })

  test('that no key opens send nothing, say so, and are mended by a new one', async () => {
    const stage = await openWebhookStage(database, [key])
    const { id } = await stage.listen(receiver.url, ['message.stored'])
    await tellOne(stage, [other])
    expect(receiver.received).toEqual([])
    const listed = await listDeliveries(stage.desk, stage.owner, id, { limit: 1 })
    expect(listed).toMatchObject({ deliveries: [{ state: 'waiting', attempts: 1, fault: 'no_secret' }] })
    expect(stage.logged()).toContain('no key of SHOPBELL_SECRET_KEY opens the secret of a webhook')

    const withOther = { ...stage.desk, seal: (await openWebhookStage(database, [other])).desk.seal }
    const made = await makeSecret(withOther, stage.owner, id)
    if (isRefused(made)) throw new Error(made.refused)
    stage.passes(HOUR_MS)
    const node = stage.startNode([other])
    await node.lookNow()
    await node.stop()
    expect(receiver.received.map((one) => isGenuine(made.secret, one))).toEqual([true])
  })
})
