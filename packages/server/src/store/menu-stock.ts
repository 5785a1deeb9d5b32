import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { OFFERED, type OfferedProduct } from './products.ts'

/** What a store has for the self-service menu (MNU-04, MNU-05). */
export interface KeptStock {
  readonly hasOrders: boolean
  readonly hasArrivals: boolean
  /** Categories with a product that buyers may have, in the seller's order. */
  readonly categories: readonly { readonly ref: string; readonly name: string }[]
}

/** Asks for the menu; `since`: from when on a product counts as new. As the store. */
export async function menuStock(tx: Tx, storeId: number, since: number): Promise<KeptStock> {
  const categories = await tx
    .selectFrom('category')
    .select(['ref', 'name'])
    .where('storeId', '=', storeId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('product')
          .select('product.ref')
          .whereRef('product.storeId', '=', 'category.storeId')
          .whereRef('product.category', '=', 'category.ref')
          .where('product.available', '=', true)
          .where('product.published', '=', true),
      ),
    )
    .orderBy('position')
    .orderBy('ref')
    .execute()
  const [newest] = await newArrivals(tx, storeId, since, 1)
  return { hasOrders: await hasOrders(tx, storeId), hasArrivals: newest !== undefined, categories }
}

/** Says whether the store was told of any order. As the store. */
export async function hasOrders(tx: Tx, storeId: number): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from shop_order where store_id = ${storeId}) as some`.execute(tx)
  return rows[0]?.some ?? false
}

/** Products that buyers may have and that were first published since, the newest first. As the store. */
export function newArrivals(
  tx: Tx,
  storeId: number,
  since: number,
  limit: number,
): Promise<readonly OfferedProduct[]> {
  return offered(tx, storeId)
    .where('publishedAt', '>=', since)
    .orderBy('publishedAt', 'desc')
    .orderBy('ref')
    .limit(limit)
    .execute()
}

/** Products of a category that buyers may have, the best sellers first. As the store. */
export function productsOfCategory(
  tx: Tx,
  storeId: number,
  category: string,
  limit: number,
): Promise<readonly OfferedProduct[]> {
  return offered(tx, storeId)
    .where('category', '=', category)
    .orderBy('sales', 'desc')
    .orderBy('ref')
    .limit(limit)
    .execute()
}

/** Of these refs, those that no product of the store has. As the store. */
export async function unknownProducts(
  tx: Tx,
  storeId: number,
  refs: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ ref: string }>`
    select given.ref from json_array_elements_text(${JSON.stringify(refs)}::json) as given (ref)
    where not exists (select from product where store_id = ${storeId} and product.ref = given.ref)`.execute(
    tx,
  )
  return rows.map(({ ref }) => ref)
}

function offered(tx: Tx, storeId: number) {
  return tx
    .selectFrom('product')
    .select([...OFFERED])
    .where('storeId', '=', storeId)
    .where('available', '=', true)
    .where('published', '=', true)
}
