import type { Handling, WebhookEventType } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { AnswerKey, EventSubject } from './webhook-schema.ts'

/** What is to be told, with what its events are named by. */
export interface NewsRow {
  readonly storeId: number
  readonly id: number
  readonly at: number
  readonly storePublicId: string
  readonly epoch: string
  readonly conversationId: number | null
  readonly conversationPublicId: string | null
  readonly revision: number | null
  readonly firstSeq: number | null
  readonly lastSeq: number | null
  readonly answers: readonly AnswerKey[] | null
  readonly handlingBefore: Handling | null
  readonly handlingAfter: Handling | null
  readonly assigneeId: number | null
  readonly flowVersion: number | null
}

/** An active endpoint and what it listens to. */
export interface ListeningWebhook {
  readonly storeId: number
  readonly id: number
  readonly events: readonly WebhookEventType[]
}

/** An event for one endpoint. */
export interface NewDelivery {
  readonly storeId: number
  readonly webhookId: number
  readonly lane: number
  readonly event: string
  readonly subject: EventSubject
  readonly conversationId: number | null
  readonly at: number
}

/** Any number that nothing else in the database locks by. */
const SPREADING = 7_205_759_401

/** One node at a time spreads news, so that they keep their order; false: another one is at it. As the journal. */
export async function holdSpreading(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean
  }>`select pg_try_advisory_xact_lock(${SPREADING}) as held`.execute(tx)
  return rows[0]?.held === true
}

/** The oldest news. Of one conversation they come in the order of its steps: a step begins after the one before it is committed. As the journal. */
export async function oldestNews(tx: Tx, limit: number): Promise<readonly NewsRow[]> {
  return tx
    .selectFrom('webhookNews')
    .innerJoin('store', 'store.id', 'webhookNews.storeId')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.storeId', '=', 'webhookNews.storeId')
        .onRef('conversation.id', '=', 'webhookNews.conversationId'),
    )
    .selectAll('webhookNews')
    .select([
      'store.publicId as storePublicId',
      'store.epoch',
      'conversation.publicId as conversationPublicId',
    ])
    .orderBy('webhookNews.id')
    .limit(limit)
    .execute()
}

/** As the journal. */
export async function forgetNews(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`delete from webhook_news where id = any(${[...ids]}::bigint[])`.execute(tx)
}

/** The active endpoints of these stores. As the journal. */
export function listeningWebhooks(tx: Tx, storeIds: readonly number[]): Promise<readonly ListeningWebhook[]> {
  if (storeIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('webhook')
    .select(['storeId', 'id', 'events'])
    .where('storeId', 'in', storeIds)
    .where('active', '=', true)
    .orderBy('id')
    .execute()
}

/**
 * Puts deliveries at the end of their lanes, in this order, to go out at `at` or later. A lane that is there is locked, so that whoever
 * is about to remove it as empty has either done so or sees them. As the journal.
 */
export async function putDeliveries(tx: Tx, made: readonly NewDelivery[], at: number): Promise<void> {
  if (made.length === 0) return
  const rows = made.map((one, place) => ({ ...one, place, type: one.subject.type }))
  await sql`
    insert into webhook_delivery (store_id, webhook_id, lane, event, type, subject, conversation_id, at)
    select "storeId", "webhookId", lane, event, type, subject, "conversationId", at
    from json_to_recordset(${JSON.stringify(rows)}::json) as made (
      place integer, "storeId" bigint, "webhookId" bigint, lane bigint, event text, type text, subject json,
      "conversationId" bigint, at bigint
    ) order by place`.execute(tx)
  await sql`
    insert into webhook_lane (store_id, webhook_id, lane, next_at)
    select distinct "storeId", "webhookId", lane, ${at}::bigint
    from json_to_recordset(${JSON.stringify(rows)}::json) as made ("storeId" bigint, "webhookId" bigint, lane bigint)
    order by 1, 2, 3
    on conflict (store_id, webhook_id, lane) do update set lease = webhook_lane.lease`.execute(tx)
}

/** A version is live; told where anybody listens. In the transaction that publishes it, as the store. */
export async function putFlowNews(
  tx: Tx,
  storeId: number,
  { version, at }: { readonly version: number; readonly at: number },
): Promise<void> {
  await sql`
    insert into webhook_news (store_id, at, flow_version)
    select ${storeId}::bigint, ${at}::bigint, ${version}::integer from store where id = ${storeId} and has_webhooks`.execute(
    tx,
  )
}
