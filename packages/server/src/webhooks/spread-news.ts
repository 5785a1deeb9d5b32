import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal } from '../store/run-as.ts'
import {
  forgetNews,
  holdSpreading,
  type ListeningWebhook,
  listeningWebhooks,
  type NewDelivery,
  type NewsRow,
  oldestNews,
  putDeliveries,
} from '../store/webhook-news.ts'
import { eventId } from './event-id.ts'
import { eventsOfNews } from './events-of-news.ts'

/** Told at once, so that a long outage is worked off in pieces. */
const AT_ONCE = 200
/** The lane of what belongs to no conversation. */
const FLOW_LANE = 0

/** Makes deliveries of what is to be told, for every endpoint that listens. True: there may be more. */
export async function spreadNews({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Promise<boolean> {
  return runAsJournal(database, async (tx) => {
    if (!(await holdSpreading(tx))) return false
    const news = await oldestNews(tx, AT_ONCE)
    if (news.length === 0) return false
    const webhooks = await listeningWebhooks(tx, [...new Set(news.map(({ storeId }) => storeId))])
    await putDeliveries(tx, deliveriesOf(news, webhooks), clock.now())
    await forgetNews(
      tx,
      news.map(({ id }) => id),
    )
    return news.length === AT_ONCE
  })
}

/** One for each event and endpoint that listens to it, in the order of the news. Pure. */
export function deliveriesOf(
  news: readonly NewsRow[],
  webhooks: readonly ListeningWebhook[],
): readonly NewDelivery[] {
  return news.flatMap((one) =>
    eventsOfNews(one).flatMap((subject) => {
      const event = eventId(one, subject)
      const { storeId, conversationId, at } = one
      return webhooks
        .filter(
          (webhook) => webhook.storeId === storeId && webhook.events.some((type) => type === subject.type),
        )
        .map(({ id }) => ({
          ...{ storeId, webhookId: id, event, subject, conversationId, at },
          lane: conversationId ?? FLOW_LANE,
        }))
    }),
  )
}
