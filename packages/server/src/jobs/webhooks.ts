import { setTimeout as pause } from 'node:timers/promises'
import { type AttemptOutcome, deliver } from '../webhooks/deliver.ts'
import { forgetOldDeliveries } from '../webhooks/forget-old-deliveries.ts'
import { spreadNews } from '../webhooks/spread-news.ts'
import { type BegunDelivery, takeDue } from '../webhooks/take-due.ts'
import type { WebhookDesk } from '../webhooks/webhook-desk.ts'

export interface WebhookParts extends WebhookDesk {
  readonly onAttempt?: (outcome: AttemptOutcome) => void
}

export interface Webhooks {
  /** Looks at once; resolves when what is due has been tried. */
  readonly lookNow: () => Promise<void>
  /** Lets the attempts under way end, for a while; what is cut off is tried again by whoever runs then. */
  readonly stop: () => Promise<void>
}

/** So long at most until what another node noted, or what is tried again, is seen. */
const LOOK_EVERY_MS = 1_000
/** Attempts under way on this node: they hold a socket and a body each. */
const AT_ONCE = 32
const END_WITHIN_MS = 5_000
const TIDY_EVERY_MS = 10 * 60_000

/** Tells webhooks what happened: at the wake that says there is something, and every second. Any number of nodes may do so at once. */
export function startWebhooks(parts: WebhookParts): Webhooks {
  const { bus, log, onAttempt } = parts
  const underWay = new Set<Promise<void>>()
  const busy = new Map<number, number>()
  let isStopped = false
  let isLooking = false
  let again = false
  let begun = 0
  let look = Promise.resolve()
  const timer = setInterval(lookSoon, LOOK_EVERY_MS)
  timer.unref()
  const tidying = setInterval(() => {
    forgetOldDeliveries(parts).catch((error: unknown) => {
      log.warn({ err: error }, 'old deliveries of webhooks could not be forgotten')
    })
  }, TIDY_EVERY_MS)
  tidying.unref()
  const stopHearing = bus.subscribe(({ type }) => {
    if (type === 'webhooks') lookSoon()
  })
  return {
    lookNow: async () => {
      let before: number
      do {
        before = begun
        lookSoon()
        await look
        await Promise.allSettled(underWay)
      } while (begun > before || underWay.size > 0)
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      clearInterval(tidying)
      stopHearing()
      await look
      const ended = Promise.allSettled(underWay)
      await Promise.race([ended, pause(END_WITHIN_MS, undefined, { ref: false })])
    },
  }

  /** One look at a time; what is asked for meanwhile is one more, after it. */
  function lookSoon(): void {
    if (isStopped) return
    again = true
    if (isLooking) return
    isLooking = true
    look = lookUntilQuiet()
  }

  async function lookUntilQuiet(): Promise<void> {
    try {
      while (again && !isStopped) {
        again = false
        while (!isStopped && (await spreadNews(parts)));
        await beginDue()
      }
    } catch (error) {
      log.warn({ err: error }, 'the webhooks could not be looked after; it is tried again')
    } finally {
      isLooking = false
    }
  }

  async function beginDue(): Promise<void> {
    const room = AT_ONCE - underWay.size
    if (room === 0) return
    for (const one of await takeDue(parts, { room, busy })) begin(one)
  }

  function begin(delivery: BegunDelivery): void {
    const { webhookId, id } = delivery
    begun += 1
    busy.set(webhookId, (busy.get(webhookId) ?? 0) + 1)
    const attempt = deliver(parts, delivery)
      .then(onAttempt)
      .catch((error: unknown) => {
        log.warn({ err: error, delivery: id }, 'an attempt could not be written down; it is made again')
      })
      .finally(() => {
        underWay.delete(attempt)
        const left = (busy.get(webhookId) ?? 1) - 1
        if (left === 0) busy.delete(webhookId)
        else busy.set(webhookId, left)
        lookSoon()
      })
    underWay.add(attempt)
  }
}
