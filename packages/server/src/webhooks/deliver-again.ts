import type { Actor } from '../accounts/actor.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
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
  { storeId }: Pick<Actor, 'storeId'>,
  publicId: string,
  which: { readonly id: number } | { readonly since: number },
): Promise<{ readonly count: number } | Refused> {
  const count = await runAsStore(database, storeId, async (tx) => {
    const webhook = await webhookByPublicId(tx, storeId, publicId)
    const what = { ...which, at: clock.now(), limit: AT_ONCE }
    return webhook && sendDeadAgain(tx, { storeId, webhookId: webhook.id }, what)
  })
  if (count === null || (count === 0 && 'id' in which)) return { refused: 'NOT_FOUND' }
  bus.publish({ type: 'webhooks', storeId })
  return { count }
}
