import type { WebhookOff } from '@shopbell/protocol'
import { keepsRobot } from '../accounts/keeps-robot.ts'
import { accountsOfStore } from '../store/accounts.ts'
import { insertAudit } from '../store/audit.ts'
import { putLetter } from '../store/letters.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById } from '../store/stores.ts'
import { changeWebhook, noteWebhooks, webhooksOf } from '../store/webhooks.ts'
import { nameOf } from './name-of.ts'
import { switchedOffLetter } from './switched-off-letter.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** Switches an endpoint off that cannot be reached, and tells the people who keep the robot: in the log, by letter, in the console. */
export async function switchOff(
  { database, clock, bus, log, ownOrigin, sendsMail }: WebhookDesk,
  { storeId, webhookId }: { readonly storeId: number; readonly webhookId: number },
  why: WebhookOff,
): Promise<void> {
  const at = clock.now()
  const isOff = await runAsStore(database, storeId, async (tx) => {
    const webhook = (await webhooksOf(tx, storeId)).find(({ id }) => id === webhookId)
    const store = await storeById(tx, storeId)
    if (webhook?.active !== true || store === null) return false
    await changeWebhook(tx, webhook, { active: false, switchedOff: why })
    await noteWebhooks(tx, storeId)
    const { host } = new URL(webhook.url)
    await insertAudit(tx, {
      ...{ storeId, at, actorId: null, actorName: null, action: 'webhook_switched_off' },
      subject: nameOf(webhook),
      details: { why },
    })
    const { subject, words } = switchedOffLetter({
      ...{ why, host, storeName: store.name, locale: store.defaultLocale },
      page: `${ownOrigin()}/console/settings/webhooks`,
    })
    for (const { email, disabledAt, role } of sendsMail ? await accountsOfStore(tx, storeId) : [])
      if (disabledAt === null && keepsRobot({ role }))
        await putLetter(tx, { forStore: storeId, recipient: email, subject, words, at })
    return true
  })
  if (!isOff) return
  bus.publish({ type: 'store', storeId })
  log.warn({ storeId, webhookId, why }, 'a webhook was switched off')
}
