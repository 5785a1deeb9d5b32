import type { DeliveryFault, DeliveryState } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { EventSubject } from './webhook-schema.ts'

/** A delivery as the people of the store see it. */
export interface DeliveryRow {
  readonly id: number
  readonly event: string
  readonly type: EventSubject['type']
  readonly conversationPublicId: string | null
  readonly at: number
  readonly state: DeliveryState
  readonly attempts: number
  readonly triedAt: number | null
  readonly nextAt: number | null
  readonly status: number | null
  readonly fault: DeliveryFault | null
  readonly excerpt: string | null
}

interface OfWebhook {
  readonly storeId: number
  readonly webhookId: number
}

/** The newest first. As the store. */
export function deliveriesOf(
  tx: Tx,
  { storeId, webhookId }: OfWebhook,
  {
    state,
    before,
    limit,
  }: { readonly state?: DeliveryState; readonly before?: number; readonly limit: number },
): Promise<readonly DeliveryRow[]> {
  return tx
    .selectFrom('webhookDelivery as delivery')
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.storeId', '=', 'delivery.storeId')
        .onRef('conversation.id', '=', 'delivery.conversationId'),
    )
    .select([
      'delivery.id',
      'delivery.event',
      'delivery.type',
      'conversation.publicId as conversationPublicId',
      'delivery.at',
      'delivery.state',
      'delivery.attempts',
      'delivery.triedAt',
      'delivery.nextAt',
      'delivery.status',
      'delivery.fault',
      'delivery.excerpt',
    ])
    .where('delivery.storeId', '=', storeId)
    .where('delivery.webhookId', '=', webhookId)
    .$if(state !== undefined, (query) => query.where('delivery.state', '=', state ?? 'waiting'))
    .$if(before !== undefined, (query) => query.where('delivery.id', '<', before ?? 0))
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .execute()
}

/** A test, for one endpoint and by itself. Answers its key. As the store. */
export async function putTest(
  tx: Tx,
  { storeId, webhookId }: OfWebhook,
  { event, at }: { readonly event: string; readonly at: number },
): Promise<number> {
  const subject: EventSubject = { type: 'webhook.test' }
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into webhook_delivery (store_id, id, webhook_id, lane, event, type, subject, at)
      select ${storeId}::bigint, key, ${webhookId}::bigint, -key, ${event}::text, ${subject.type}::text,
        ${JSON.stringify(subject)}::json, ${at}::bigint
      from nextval(pg_get_serial_sequence('webhook_delivery', 'id')) as key
      returning store_id, webhook_id, lane, id
    ), laned as (
      insert into webhook_lane (store_id, webhook_id, lane, next_at)
      select store_id, webhook_id, lane, ${at}::bigint from made
    )
    select id from made`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('A test got no key.')
  return row.id
}

/**
 * Sends again what was given up, by itself and from the first attempt on: it holds up nothing that happened later. `id`: only this one;
 * `since`: those of events at that instant or later. Answers how many. As the store.
 */
export async function sendDeadAgain(
  tx: Tx,
  { storeId, webhookId }: OfWebhook,
  {
    at,
    limit,
    ...which
  }: { readonly at: number; readonly limit: number } & ({ readonly id: number } | { readonly since: number }),
): Promise<number> {
  const chosen = 'id' in which ? sql`id = ${which.id}` : sql`at >= ${which.since}`
  const { rows } = await sql<{ count: number }>`
    with chosen as (
      select id from webhook_delivery
      where store_id = ${storeId} and webhook_id = ${webhookId} and state = 'dead' and ${chosen}
      order by id limit ${limit} for update
    ), again as (
      update webhook_delivery as delivery set state = 'waiting', lane = -delivery.id, attempts = 0, next_at = null
      from chosen where delivery.store_id = ${storeId} and delivery.id = chosen.id
      returning delivery.lane
    ), laned as (
      insert into webhook_lane (store_id, webhook_id, lane, next_at)
      select ${storeId}::bigint, ${webhookId}::bigint, lane, ${at}::bigint from again
      on conflict (store_id, webhook_id, lane) do update set next_at = excluded.next_at, lease = webhook_lane.lease + 1
    )
    select count(*) as count from again`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Forgets what was settled long ago, and what waited too long for an endpoint that is switched off, of all stores. As the journal. */
export async function forgetDeliveries(
  tx: Tx,
  before: { readonly delivered: number; readonly dead: number; readonly waiting: number },
): Promise<void> {
  await sql`
    delete from webhook_delivery
    where (state = 'delivered' and tried_at < ${before.delivered}) or (state = 'dead' and tried_at < ${before.dead})
      or (state = 'waiting' and at < ${before.waiting} and exists (
        select from webhook where webhook.store_id = webhook_delivery.store_id
          and webhook.id = webhook_delivery.webhook_id and not active))`.execute(tx)
}
