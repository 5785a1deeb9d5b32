import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Done, Refused } from '../reception/refused.ts'
import { lockStore } from '../store/stores.ts'
import { deleteWebhook, noteWebhooks, webhookByPublicId } from '../store/webhooks.ts'
import { nameOf } from './name-of.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** Removes an endpoint with its secrets and all that waited for it. */
export async function removeWebhook(
  { database, clock, bus }: Pick<WebhookDesk, 'database' | 'clock' | 'bus'>,
  actor: Actor,
  publicId: string,
): Promise<Done | Refused> {
  const { storeId } = actor
  const isRemoved = await doOnce(database, actor, async (tx) => {
    await lockStore(tx, storeId)
    const row = await webhookByPublicId(tx, storeId, publicId)
    if (row === null) return false
    await deleteWebhook(tx, row)
    await noteWebhooks(tx, storeId)
    await recordAudit(tx, actor, { at: clock.now(), action: 'webhook_removed', subject: nameOf(row) })
    return true
  })
  if (!isRemoved) return { refused: 'NOT_FOUND' }
  bus.publish({ type: 'store', storeId })
  return { done: true }
}
