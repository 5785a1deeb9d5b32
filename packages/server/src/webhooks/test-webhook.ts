import { randomUUID } from 'node:crypto'
import type { WebhookTested } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { keepNothing } from '../accounts/keep-answer.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { putTest } from '../store/webhook-deliveries.ts'
import { webhookByPublicId } from '../store/webhooks.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** Sends an endpoint a `webhook.test`, at once and once. */
export async function testWebhook(
  { database, clock, bus }: Pick<WebhookDesk, 'database' | 'clock' | 'bus'>,
  { storeId }: Pick<Actor, 'storeId'>,
  publicId: string,
  keep = keepNothing,
): Promise<WebhookTested | Refused> {
  const event = `evt_${randomUUID().replaceAll('-', '')}`
  const tested = await runAsStore(database, storeId, async (tx) => {
    const row = await webhookByPublicId(tx, storeId, publicId)
    if (row === null) return null
    const at = clock.now()
    const answer = { delivery: await putTest(tx, { storeId, webhookId: row.id }, { event, at }) }
    await keep(tx, answer)
    return answer
  })
  if (tested === null) return { refused: 'NOT_FOUND' }
  bus.publish({ type: 'webhooks', storeId })
  return tested
}
