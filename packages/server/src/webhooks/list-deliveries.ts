import type { Delivery, DeliveryList, DeliveryState } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { deliveriesOf, type DeliveryRow } from '../store/webhook-deliveries.ts'
import { webhookByPublicId } from '../store/webhooks.ts'
import type { WebhookDesk } from './webhook-desk.ts'

interface AskedDeliveries {
  readonly state?: DeliveryState
  readonly before?: number
  readonly limit: number
}

/** A page of what an endpoint was sent, or is going to be, the newest first. */
export async function listDeliveries(
  { database }: Pick<WebhookDesk, 'database'>,
  { storeId }: Pick<Actor, 'storeId'>,
  publicId: string,
  { limit, ...asked }: AskedDeliveries,
): Promise<DeliveryList | Refused> {
  const rows = await runAsStore(database, storeId, async (tx) => {
    const webhook = await webhookByPublicId(tx, storeId, publicId)
    return webhook && deliveriesOf(tx, { storeId, webhookId: webhook.id }, { ...asked, limit: limit + 1 })
  })
  if (rows === null) return { refused: 'NOT_FOUND' }
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    deliveries: shown.map(shownDelivery),
    ...(rows.length > limit && last !== undefined ? { next: last.id } : {}),
  }
}

function shownDelivery(row: DeliveryRow): Delivery {
  const {
    id,
    event,
    type,
    conversationPublicId,
    at,
    state,
    attempts,
    triedAt,
    nextAt,
    status,
    fault,
    excerpt,
  } = row
  return {
    ...{ id, event, type, at, state, attempts },
    ...(conversationPublicId === null ? {} : { conversation: conversationPublicId }),
    ...(triedAt === null ? {} : { triedAt }),
    ...(nextAt === null ? {} : { nextAt }),
    ...(status === null ? {} : { status }),
    ...(fault === null ? {} : { fault }),
    ...(excerpt === null ? {} : { excerpt }),
  }
}
