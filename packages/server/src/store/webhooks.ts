import type { WebhookEventType, WebhookOff } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** An endpoint of a store, without its secrets. */
export interface WebhookRow {
  readonly storeId: number
  readonly id: number
  readonly publicId: string
  readonly name: string
  readonly url: string
  readonly events: readonly WebhookEventType[]
  readonly active: boolean
  readonly switchedOff: WebhookOff | null
  readonly failingSince: number | null
  readonly createdAt: number
}

/** How many deliveries of an endpoint wait, and how many were given up. */
export interface DeliveryCounts {
  readonly waiting: number
  readonly dead: number
}

export interface NewWebhook {
  readonly storeId: number
  readonly publicId: string
  readonly name: string
  readonly url: string
  readonly events: readonly WebhookEventType[]
  readonly at: number
}

/** What of an endpoint can change. */
export interface WebhookChange {
  readonly name?: string
  readonly url?: string
  readonly events?: readonly WebhookEventType[]
  readonly active?: boolean
  readonly switchedOff?: WebhookOff | null
  readonly failingSince?: number | null
}

/** As the store. */
export function insertWebhook(tx: Tx, { at, events, ...made }: NewWebhook): Promise<WebhookRow> {
  return tx
    .insertInto('webhook')
    .values({ ...made, events: JSON.stringify(events), active: true, createdAt: at })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The oldest first. As the store. */
export function webhooksOf(tx: Tx, storeId: number): Promise<readonly WebhookRow[]> {
  return tx.selectFrom('webhook').selectAll().where('storeId', '=', storeId).orderBy('id').execute()
}

/** Null: the store has none of this id. As the store. */
export async function webhookByPublicId(
  tx: Tx,
  storeId: number,
  publicId: string,
): Promise<WebhookRow | null> {
  const row = await tx
    .selectFrom('webhook')
    .selectAll()
    .where('storeId', '=', storeId)
    .where('publicId', '=', publicId)
    .executeTakeFirst()
  return row ?? null
}

/** What is left out stays. As the store. */
export function changeWebhook(
  tx: Tx,
  { storeId, id }: Pick<WebhookRow, 'storeId' | 'id'>,
  { events, ...change }: WebhookChange,
): Promise<WebhookRow> {
  return tx
    .updateTable('webhook')
    .set({ ...change, ...(events === undefined ? {} : { events: JSON.stringify(events) }) })
    .where('storeId', '=', storeId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** With its secrets and deliveries. As the store. */
export async function deleteWebhook(
  tx: Tx,
  { storeId, id }: Pick<WebhookRow, 'storeId' | 'id'>,
): Promise<void> {
  await tx.deleteFrom('webhook').where('storeId', '=', storeId).where('id', '=', id).execute()
}

/** Lets steps and publishing know whether anybody listens; after every change of the store's webhooks. As the store. */
export async function noteWebhooks(tx: Tx, storeId: number): Promise<void> {
  await sql`
    update store set has_webhooks = exists (select from webhook where store_id = ${storeId} and active)
    where id = ${storeId}`.execute(tx)
}

/** By the key of the endpoint. As the store. */
export async function deliveryCounts(tx: Tx, storeId: number): Promise<ReadonlyMap<number, DeliveryCounts>> {
  const { rows } = await sql<DeliveryCounts & { id: number }>`
    select webhook.id,
      (select count(*) from webhook_delivery as delivery where delivery.store_id = webhook.store_id
        and webhook_id = webhook.id and state = 'waiting') as waiting,
      (select count(*) from webhook_delivery as delivery where delivery.store_id = webhook.store_id
        and webhook_id = webhook.id and state = 'dead') as dead
    from webhook where store_id = ${storeId}`.execute(tx)
  return new Map(rows.map(({ id, waiting, dead }) => [id, { waiting, dead }]))
}
