import type { Webhook, WebhookChanges } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { lockStore } from '../store/stores.ts'
import {
  changeWebhook as changeRow,
  deliveryCounts,
  noteWebhooks,
  webhookByPublicId,
} from '../store/webhooks.ts'
import type { WebhookRefused } from './create-webhook.ts'
import { nameOf } from './name-of.ts'
import { shownWebhook } from './shown-webhook.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** Changes an endpoint; what is left out stays. One that is switched on again goes on with what waits. */
export async function changeWebhook(
  { database, clock, bus, egress }: Pick<WebhookDesk, 'database' | 'clock' | 'bus' | 'egress'>,
  actor: Actor,
  publicId: string,
  changes: WebhookChanges,
): Promise<Webhook | WebhookRefused> {
  const message = changes.url === undefined ? null : egress.faultOfUrl(changes.url)
  if (message !== null) return { refused: 'WEBHOOK_URL_REFUSED', message }
  const { storeId } = actor
  const shown = await doOnce(database, actor, async (tx) => {
    await lockStore(tx, storeId)
    const row = await webhookByPublicId(tx, storeId, publicId)
    if (row === null) return null
    const again = changes.active === true ? { switchedOff: null, failingSince: null } : {}
    const changed = await changeRow(tx, row, { ...defined(changes), ...again })
    await noteWebhooks(tx, storeId)
    const details = { changed: Object.keys(changes).join(' ') }
    await recordAudit(tx, actor, {
      at: clock.now(),
      action: 'webhook_changed',
      subject: nameOf(changed),
      details,
    })
    return shownWebhook(changed, (await deliveryCounts(tx, storeId)).get(row.id))
  })
  if (shown === null) return { refused: 'NOT_FOUND' }
  bus.publish({ type: 'store', storeId })
  bus.publish({ type: 'webhooks', storeId })
  return shown
}

function defined({ name, url, events, active }: WebhookChanges) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(url === undefined ? {} : { url }),
    ...(events === undefined ? {} : { events }),
    ...(active === undefined ? {} : { active }),
  }
}
