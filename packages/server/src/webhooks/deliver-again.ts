import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import type { Refused } from '../reception/refused.ts'
import { sendDeadAgain } from '../store/webhook-deliveries.ts'
import { webhookByPublicId } from '../store/webhooks.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** More at once is for a second request. */
const AT_ONCE = 1_000

/**
 * Tries again what was given up: the delivery of this id (`NOT_FOUND` where that is none, or was not given up), or every one of an
 * event at `since` or later.
 */
export async function deliverAgain(
  { database, clock, bus }: Pick<WebhookDesk, 'database' | 'clock' | 'bus'>,
  actor: Pick<Actor, 'storeId' | 'keep'>,
  publicId: string,
  which: { readonly id: number } | { readonly since: number },
): Promise<{ readonly count: number } | Refused> {
  const { storeId } = actor
  const again = await doOnce(database, actor, async (tx) => {
    const webhook = await webhookByPublicId(tx, storeId, publicId)
    if (webhook === null) return null
    const what = { ...which, at: clock.now(), limit: AT_ONCE }
    const count = await sendDeadAgain(tx, { storeId, webhookId: webhook.id }, what)
    return count === 0 && 'id' in which ? null : { count }
  })
  if (again === null) return { refused: 'NOT_FOUND' }
  bus.publish({ type: 'webhooks', storeId })
  return again
}
