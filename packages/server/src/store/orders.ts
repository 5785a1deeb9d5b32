import type { Order } from '@shopbell/protocol'
import { type Selectable, sql } from 'kysely'
import type { Tx } from './database.ts'
import type { PutCount } from './put-products.ts'
import type { RowPlace } from './row-place.ts'
import type { Schema } from './schema.ts'

/** Puts or replaces orders by their ref, each at most once in the batch. As the store. */
export async function putOrders(
  tx: Tx,
  storeId: number,
  orders: readonly Order[],
  at: number,
): Promise<PutCount> {
  const { rows } = await sql<PutCount>`
    with put as (
      insert into shop_order (store_id, ref, buyer, title, state, lines, total, currency, url, ordered_at, updated_at)
      select ${storeId}::bigint, ref, buyer, title, state, lines, total, currency, url, "orderedAt", ${at}::bigint
      from json_to_recordset(${JSON.stringify(orders)}::json) as given (ref text, buyer text, title text,
        state text, lines json, total text, currency text, url text, "orderedAt" bigint)
      on conflict (store_id, ref) do update set buyer = excluded.buyer, title = excluded.title,
        state = excluded.state, lines = excluded.lines, total = excluded.total, currency = excluded.currency,
        url = excluded.url, ordered_at = excluded.ordered_at, updated_at = excluded.updated_at
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new) as created, count(*) filter (where not is_new) as updated
    from put`.execute(tx)
  return rows[0] ?? { created: 0, updated: 0 }
}

/** What narrows the list of orders; what is left out narrows nothing. */
export interface OrderFilter {
  /** In the ref or the title, in large or small letters. */
  readonly text?: string | undefined
  readonly buyer?: string | undefined
  readonly state?: string | undefined
  /** Instant and ref of the last order of the page above. */
  readonly after?: RowPlace | null
}

/** A page of orders, the newest first. As the store. */
export async function listOrders(
  tx: Tx,
  storeId: number,
  { text, buyer, state, after = null }: OrderFilter,
  limit: number,
): Promise<readonly Order[]> {
  let query = tx
    .selectFrom('shopOrder')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('orderedAt', 'desc')
    .orderBy('ref')
    .limit(limit)
  if (text !== undefined) {
    query = query.where(sql<boolean>`strpos(lower(ref || ' ' || title), lower(${text}::text)) > 0`)
  }
  if (buyer !== undefined) query = query.where('buyer', '=', buyer)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== null) {
    const [orderedAt, ref] = after
    query = query.where(sql<boolean>`(-ordered_at, ref) > (-${orderedAt}::bigint, ${ref}::text)`)
  }
  return (await query.execute()).map(shown)
}

/** The states that the store's orders are in, by name; the first `limit`. As the store. */
export async function orderStates(tx: Tx, storeId: number, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('shopOrder')
    .select('state')
    .where('storeId', '=', storeId)
    .groupBy('state')
    .orderBy('state')
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state)
}

/** The order of this buyer and of nobody else (CRD-15); null: they have none of this name. As the store. */
export async function orderOfBuyer(
  tx: Tx,
  storeId: number,
  { ref, buyer }: { readonly ref: string; readonly buyer: string },
): Promise<Order | null> {
  const row = await tx
    .selectFrom('shopOrder')
    .selectAll()
    .where('storeId', '=', storeId)
    .where('ref', '=', ref)
    .where('buyer', '=', buyer)
    .executeTakeFirst()
  return row === undefined ? null : shown(row)
}

/** All orders of a buyer, the newest first. As the store. */
export async function ordersOfBuyer(tx: Tx, storeId: number, buyer: string): Promise<readonly Order[]> {
  return listOrders(tx, storeId, { buyer }, Number.MAX_SAFE_INTEGER)
}

/** False: there is none. As the store. */
export async function deleteOrder(tx: Tx, storeId: number, ref: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('shopOrder')
    .where('storeId', '=', storeId)
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

function shown({ storeId: _, updatedAt: __, ...row }: Selectable<Schema['shopOrder']>): Order {
  const { total, currency, url, ...rest } = row
  return {
    ...rest,
    lines: [...row.lines],
    ...(total === null ? {} : { total }),
    ...(currency === null ? {} : { currency }),
    ...(url === null ? {} : { url }),
  }
}
