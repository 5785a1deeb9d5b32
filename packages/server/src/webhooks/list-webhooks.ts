import type { Webhook } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { runAsStore } from '../store/run-as.ts'
import { oldSecretEnds } from '../store/webhook-secrets.ts'
import { deliveryCounts, webhooksOf } from '../store/webhooks.ts'
import { shownWebhook } from './shown-webhook.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** The store's endpoints, the oldest first. */
export function listWebhooks(
  { database, clock }: Pick<WebhookDesk, 'database' | 'clock'>,
  { storeId }: Pick<Actor, 'storeId'>,
): Promise<Webhook[]> {
  return runAsStore(database, storeId, async (tx) => {
    const counts = await deliveryCounts(tx, storeId)
    const ends = await oldSecretEnds(tx, storeId, clock.now())
    const rows = await webhooksOf(tx, storeId)
    return rows.map((row) => shownWebhook(row, counts.get(row.id), ends.get(row.id)))
  })
}
