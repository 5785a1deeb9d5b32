import type { Category, CountedCategory } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** All categories in the seller's order. As the store. */
export async function categoriesOf(tx: Tx, storeId: number): Promise<readonly Category[]> {
  const rows = await tx
    .selectFrom('category')
    .select(['ref', 'name', 'parent'])
    .where('storeId', '=', storeId)
    .orderBy('position')
    .orderBy('ref')
    .execute()
  return rows.map(({ ref, name, parent }) => ({ ref, name, ...(parent === null ? {} : { parent }) }))
}

/** All categories in the seller's order, with how many products are in each. As the store. */
export async function countedCategories(tx: Tx, storeId: number): Promise<readonly CountedCategory[]> {
  const counts = await tx
    .selectFrom('product')
    .select(['category', (of) => of.fn.countAll().as('products')])
    .where('storeId', '=', storeId)
    .where('category', 'is not', null)
    .groupBy('category')
    .execute()
  const productsIn = new Map(counts.map(({ category, products }) => [category, Number(products)]))
  const categories = await categoriesOf(tx, storeId)
  return categories.map((category) => ({ ...category, products: productsIn.get(category.ref) ?? 0 }))
}

/** All who change the list in the console wait for one another here. As the store. */
export async function lockCategories(tx: Tx, storeId: number): Promise<void> {
  await tx.selectFrom('store').select('id').where('id', '=', storeId).forUpdate().execute()
}

/** Removes categories; their products are in none. As the store. */
export async function removeCategories(tx: Tx, storeId: number, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return
  await tx.deleteFrom('category').where('storeId', '=', storeId).where('ref', 'in', refs).execute()
}

/** Replaces all categories; products of one that is gone are in none. As the store. */
export async function putCategories(tx: Tx, storeId: number, categories: readonly Category[]): Promise<void> {
  const given = JSON.stringify(categories)
  await sql`
    delete from category where store_id = ${storeId} and ref not in (
      select ref from json_to_recordset(${given}::json) as given (ref text))`.execute(tx)
  await placeCategories(tx, storeId, categories)
}

/** Puts categories in this order, new ones and those that are there. As the store. */
export async function placeCategories(
  tx: Tx,
  storeId: number,
  categories: readonly Category[],
): Promise<void> {
  const given = JSON.stringify(categories)
  await sql`
    insert into category (store_id, ref, name, parent, position)
    select ${storeId}::bigint, value ->> 'ref', value ->> 'name', value ->> 'parent', place
    from json_array_elements(${given}::json) with ordinality as given (value, place)
    on conflict (store_id, ref) do update set name = excluded.name, parent = excluded.parent,
      position = excluded.position`.execute(tx)
}

/** How many categories the store would have with these. As the store. */
export async function countCategories(tx: Tx, storeId: number, more: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select ref from category where store_id = ${storeId}
      union select * from json_array_elements_text(${JSON.stringify(more)}::json)) as together`.execute(tx)
  return rows[0]?.n ?? 0
}
