import { runAsJournal } from '../store/run-as.ts'
import { forgetDeliveries } from '../store/webhook-deliveries.ts'
import type { WebhookDesk } from './webhook-desk.ts'

const DAY_MS = 24 * 60 * 60_000
/** Long enough to look at what happened last week. */
const KEEP_DELIVERED_MS = 7 * DAY_MS
const KEEP_DEAD_MS = 30 * DAY_MS

/** Forgets what was delivered a week ago, given up a month ago, or waits that long for an endpoint that is switched off. */
export function forgetOldDeliveries({
  database,
  clock,
}: Pick<WebhookDesk, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  const longAgo = at - KEEP_DEAD_MS
  return runAsJournal(database, (tx) =>
    forgetDeliveries(tx, { delivered: at - KEEP_DELIVERED_MS, dead: longAgo, waiting: longAgo }),
  )
}
