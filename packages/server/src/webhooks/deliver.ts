import { randomInt } from 'node:crypto'
import type { PostAnswer, PostFault } from '../egress/egress.ts'
import { runAsJournal, runAsStore } from '../store/run-as.ts'
import { dropDelivery, endAttempt, noteArrival } from '../store/webhook-lanes.ts'
import { bodyOf } from './body-of.ts'
import { nextAttemptAt } from './next-attempt.ts'
import { signedHeaders } from './sign.ts'
import { switchOff } from './switch-off.ts'
import type { BegunDelivery } from './take-due.ts'
import type { WebhookDesk } from './webhook-desk.ts'

/** How an attempt went, for the metrics. `dropped`: what it tells of was erased meanwhile, and nothing was sent. */
export type AttemptOutcome = 'delivered' | 'failed' | 'dead' | 'dropped'

/** The receiver never wants anything again. */
const GONE = 410
/** An endpoint where nothing arrived for so long is switched off: longer than one delivery is tried. */
const FAILING_FOR_MS = 5 * 24 * 60 * 60_000
const CHANCES = 1_000_000

/** Makes one attempt and writes down what became of it. What it sends is read now, so that nothing erased is told. */
export async function deliver(desk: WebhookDesk, delivery: BegunDelivery): Promise<AttemptOutcome> {
  const { database, clock, egress, log } = desk
  const { storeId, event, secrets, url } = delivery
  const told = await runAsStore(database, storeId, (tx) => bodyOf(tx, delivery))
  if (told === null) {
    await runAsJournal(database, (tx) => dropDelivery(tx, delivery, clock.now()))
    return 'dropped'
  }
  if (secrets.length === 0) {
    log.error({ delivery: delivery.id }, 'no key of SHOPBELL_SECRET_KEY opens the secret of a webhook')
    return settle(desk, delivery, { fault: 'no_secret' })
  }
  const body = JSON.stringify(told)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Shopbell-Webhooks/1',
    ...signedHeaders(secrets, { id: event, at: clock.now(), body }),
  }
  return settle(desk, delivery, await egress.post({ url, headers, body }))
}

async function settle(
  desk: WebhookDesk,
  delivery: BegunDelivery,
  came: PostAnswer | PostFault,
): Promise<AttemptOutcome> {
  const { database, clock } = desk
  const at = clock.now()
  const answer = 'status' in came ? came : null
  const shown = {
    status: answer?.status ?? null,
    fault: 'fault' in came ? came.fault : null,
    excerpt: answer?.excerpt ?? null,
  }
  const status = answer?.status ?? 0
  const isDelivered = status >= 200 && status < 300
  const nextAt = isDelivered ? null : whenAgain(delivery, at, answer)
  const state = isDelivered ? 'delivered' : nextAt === null ? 'dead' : 'waiting'
  // Before the lane is let go: nothing more of it goes to who wants nothing.
  if (status === GONE) await switchOff(desk, delivery, 'gone')
  const failingSince = await runAsJournal(database, async (tx) => {
    await endAttempt(tx, delivery, { ...shown, state, nextAt, at })
    if (isDelivered && delivery.failingSince === null) return null
    return noteArrival(tx, delivery, isDelivered ? null : at)
  })
  if (!isDelivered && failingForLong(failingSince ?? delivery.failingSince, at))
    await switchOff(desk, delivery, 'failing')
  return state === 'waiting' ? 'failed' : state
}

/** A test is tried once: somebody waits for what becomes of it. */
function whenAgain(
  { attempts, subject }: BegunDelivery,
  at: number,
  answer: PostAnswer | null,
): number | null {
  if (subject.type === 'webhook.test' || answer?.status === GONE) return null
  const chance = randomInt(CHANCES) / CHANCES
  return nextAttemptAt(attempts, { at, chance, retryAfterMs: answer?.retryAfterMs ?? null })
}

function failingForLong(since: number | null, at: number): boolean {
  return since !== null && at - since >= FAILING_FOR_MS
}
