import { MAX_WEBHOOKS, type WebhookBody, type WebhookCreated } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { newPublicId } from '../accounts/public-id.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { lockStore } from '../store/stores.ts'
import { putSecret } from '../store/webhook-secrets.ts'
import { insertWebhook, noteWebhooks, webhooksOf } from '../store/webhooks.ts'
import { nameOf } from './name-of.ts'
import { secretOf } from './seal.ts'
import { shownWebhook } from './shown-webhook.ts'
import { newWebhookSecret } from './sign.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** A refusal with a sentence more exact than the catalogue's. */
export interface WebhookRefused extends Refused {
  readonly message?: string
}

/** An endpoint that hears what happens from now on. Its secret is answered this once. */
export async function createWebhook(
  { database, clock, bus, egress, seal }: Pick<WebhookDesk, 'database' | 'clock' | 'bus' | 'egress' | 'seal'>,
  actor: Actor,
  { url, events, name = '' }: WebhookBody,
): Promise<WebhookCreated | WebhookRefused> {
  const message = egress.faultOfUrl(url)
  if (message !== null) return { refused: 'WEBHOOK_URL_REFUSED', message }
  const { storeId } = actor
  const at = clock.now()
  const secret = newWebhookSecret()
  const row = await runAsStore(database, storeId, async (tx) => {
    await lockStore(tx, storeId)
    if ((await webhooksOf(tx, storeId)).length >= MAX_WEBHOOKS) return null
    const made = await insertWebhook(tx, { storeId, publicId: newPublicId(), name, url, events, at })
    const whose = { storeId, webhookId: made.id }
    await putSecret(tx, whose, { secret: seal.close(secret, secretOf(whose)), at, oldEndsAt: at })
    await noteWebhooks(tx, storeId)
    await recordAudit(tx, actor, { at, action: 'webhook_created', subject: nameOf(made) })
    return made
  })
  if (row === null) return { refused: 'WEBHOOKS_FULL' }
  bus.publish({ type: 'store', storeId })
  return { webhook: shownWebhook(row), secret }
}
