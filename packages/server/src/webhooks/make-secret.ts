import type { WebhookSecret } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { lockStore } from '../store/stores.ts'
import { putSecret } from '../store/webhook-secrets.ts'
import { webhookByPublicId } from '../store/webhooks.ts'
import { nameOf } from './name-of.ts'
import { secretOf } from './seal.ts'
import { newWebhookSecret } from './sign.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** How long the secret before is signed with, too. */
const OLD_SECRET_MS = 24 * 60 * 60_000

/** A new secret for an endpoint, answered this once. Two at most are live: making a second one within the day ends the oldest at once. */
export async function makeSecret(
  { database, clock, seal }: Pick<WebhookDesk, 'database' | 'clock' | 'seal'>,
  actor: Actor,
  publicId: string,
): Promise<WebhookSecret | Refused> {
  const { storeId } = actor
  const at = clock.now()
  const oldSecretUntil = at + OLD_SECRET_MS
  const secret = newWebhookSecret()
  const isMade = await runAsStore(database, storeId, async (tx) => {
    await lockStore(tx, storeId)
    const row = await webhookByPublicId(tx, storeId, publicId)
    if (row === null) return false
    const whose = { storeId, webhookId: row.id }
    const kept = seal.close(secret, secretOf(whose))
    await putSecret(tx, whose, { secret: kept, at, oldEndsAt: oldSecretUntil })
    await recordAudit(tx, actor, { at, action: 'webhook_secret_made', subject: nameOf(row) })
    return true
  })
  return isMade ? { secret, oldSecretUntil } : { refused: 'NOT_FOUND' }
}
