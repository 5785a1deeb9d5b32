import { liveSecrets } from '../store/webhook-secrets.ts'
import { beginAttempts, type DueDelivery, takeLanes } from '../store/webhook-lanes.ts'
import { runAsJournal } from '../store/run-as.ts'
import { secretOf } from './seal.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** A delivery that this node has begun, with what it is signed with: nothing where no key of this server opens its secrets. */
export interface BegunDelivery extends DueDelivery {
  readonly secrets: readonly string[]
}

/** Longer than an attempt takes; after that another node tries. */
const HOLD_MS = 60_000
/** Lanes of one endpoint that one node sends at a time. */
export const PER_WEBHOOK = 4

/** Takes what is due, `room` at most, beside what this node is busy with by endpoint. */
export function takeDue(
  { database, clock, seal }: Pick<WebhookDesk, 'database' | 'clock' | 'seal'>,
  { room, busy }: { readonly room: number; readonly busy: ReadonlyMap<number, number> },
): Promise<readonly BegunDelivery[]> {
  const at = clock.now()
  return runAsJournal(database, async (tx) => {
    const lanes = await takeLanes(tx, { at, heldUntil: at + HOLD_MS, room, perWebhook: PER_WEBHOOK, busy })
    const begun = await beginAttempts(tx, lanes, at)
    const secrets = await liveSecrets(tx, [...new Set(begun.map(({ webhookId }) => webhookId))], at)
    return begun.map((one) => {
      const kept = secrets.get(one.webhookId) ?? []
      const open = kept.map((secret) => seal.open(secret, secretOf(one)))
      return { ...one, secrets: open.filter((secret) => secret !== null) }
    })
  })
}
