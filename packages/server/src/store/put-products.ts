import type { Product } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** How many rows of a batch were new, and how many replaced another. */
export interface PutCount {
  readonly created: number
  readonly updated: number
}

/**
 * Puts or replaces products by their ref, each at most once in the batch, and makes the categories they name and nobody has made.
 * Their places among the pinned ones stay, and their sales where they name none. As the store.
 */
export async function putProducts(
  tx: Tx,
  storeId: number,
  products: readonly Product[],
  at: number,
): Promise<PutCount> {
  const given = JSON.stringify(products)
  await sql`
    insert into category (store_id, ref, name, position)
    select ${storeId}::bigint, category, category,
      row_number() over () + (select coalesce(max(position), 0) from category where store_id = ${storeId})
    from (select distinct category from json_to_recordset(${given}::json) as given (category text)) as named
    where category is not null
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<PutCount>`
    with put as (
      insert into product as kept (store_id, ref, title, price, currency, image, url, category, available,
        published, sales, updated_at, published_at)
      select ${storeId}::bigint, given.ref, given.title, given.price, given.currency, given.image, given.url,
        given.category, coalesce(given.available, true), coalesce(given.published, true),
        coalesce(given.sales, before.sales, 0), ${at}::bigint,
        case when coalesce(given.published, true) then ${at}::bigint else 0 end
      from json_to_recordset(${given}::json) as given (ref text, title text, price text, currency text,
        image text, url text, category text, available boolean, published boolean, sales bigint)
      left join product as before on before.store_id = ${storeId} and before.ref = given.ref
      on conflict (store_id, ref) do update set title = excluded.title, price = excluded.price,
        currency = excluded.currency, image = excluded.image, url = excluded.url,
        category = excluded.category, available = excluded.available, published = excluded.published,
        sales = excluded.sales, updated_at = excluded.updated_at,
        published_at = case when kept.published_at = 0 then excluded.published_at else kept.published_at end
      -- A row that replaced another one carries the mark of who locked it.
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new) as created, count(*) filter (where not is_new) as updated
    from put`.execute(tx)
  return rows[0] ?? { created: 0, updated: 0 }
}

/** How many of these refs the store has already. As the store. */
export async function countKnown(tx: Tx, storeId: number, refs: readonly string[]): Promise<number> {
  const { rows } = await sql<{ known: number }>`
    select count(*) as known from product
    join json_array_elements_text(${JSON.stringify(refs)}::json) as given (ref) using (ref)
    where product.store_id = ${storeId}`.execute(tx)
  return rows[0]?.known ?? 0
}
