import type { Webhook } from '@shopbell/protocol'
import type { DeliveryCounts, WebhookRow } from '../store/webhooks.ts'

/** An endpoint as the people of the store see it. */
export function shownWebhook(
  { publicId, name, url, events, active, switchedOff, failingSince, createdAt }: WebhookRow,
  { waiting, dead }: DeliveryCounts = { waiting: 0, dead: 0 },
  oldSecretUntil?: number,
): Webhook {
  return {
    id: publicId,
    ...{ name, url, events: [...events], active, createdAt, waiting, dead },
    ...(switchedOff === null ? {} : { off: switchedOff }),
    ...(failingSince === null ? {} : { failingSince }),
    ...(oldSecretUntil === undefined ? {} : { oldSecretUntil }),
  }
}
