import { randomUUID } from 'node:crypto'
import type { WebhookTested } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import type { Refused } from '../reception/refused.ts'
import { putTest } from '../store/webhook-deliveries.ts'
import { webhookByPublicId } from '../store/webhooks.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** Sends an endpoint a `webhook.test`, at once and once. */
export async function testWebhook(
  { database, clock, bus }: Pick<WebhookDesk, 'database' | 'clock' | 'bus'>,
  actor: Pick<Actor, 'storeId' | 'keep'>,
  publicId: string,
): Promise<WebhookTested | Refused> {
  const { storeId } = actor
  const event = `evt_${randomUUID().replaceAll('-', '')}`
  const tested = await doOnce(database, actor, async (tx) => {
    const row = await webhookByPublicId(tx, storeId, publicId)
    if (row === null) return null
    const at = clock.now()
    const answer = { delivery: await putTest(tx, { storeId, webhookId: row.id }, { event, at }) }
    return answer
  })
  if (tested === null) return { refused: 'NOT_FOUND' }
  bus.publish({ type: 'webhooks', storeId })
  return tested
}
