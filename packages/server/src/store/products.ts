import type { ListedProduct } from '@shopbell/protocol'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { RowPlace } from './row-place.ts'

/** A product as it may be shown to buyers, with what ranking asks for. */
export interface OfferedProduct {
  readonly ref: string
  readonly title: string
  readonly price: string | null
  readonly currency: string | null
  readonly image: string | null
  readonly url: string | null
  readonly category: string | null
  /** Place among the pinned ones, 1 first. */
  readonly pinned: number | null
  readonly sales: number
}

export const OFFERED = [
  'ref',
  'title',
  'price',
  'currency',
  'image',
  'url',
  'category',
  'pinned',
  'sales',
] as const

/** What a recommendation falls back on: the pinned products in the seller's order, then the best sellers (REC-01). Never one that buyers may not have (REC-03). */
export async function offeredProducts(
  tx: Tx,
  storeId: number,
  limit: number,
): Promise<readonly OfferedProduct[]> {
  const offered = () =>
    tx
      .selectFrom('product')
      .select([...OFFERED])
      .where('storeId', '=', storeId)
      .where('available', '=', true)
      .where('published', '=', true)
  const pinned = offered().where('pinned', 'is not', null).orderBy('pinned').limit(limit)
  const best = offered().where('pinned', 'is', null).orderBy('sales', 'desc').limit(limit)
  return tx
    .selectFrom(pinned.as('first'))
    .selectAll()
    .unionAll(tx.selectFrom(best.as('rest')).selectAll())
    .execute()
}

/** One product of the store's own catalogue (CRD-15); null: it has none of this name, or does not show it. */
export async function productByRef(tx: Tx, storeId: number, ref: string): Promise<OfferedProduct | null> {
  const row = await tx
    .selectFrom('product')
    .select([...OFFERED])
    .where('storeId', '=', storeId)
    .where('ref', '=', ref)
    .where('published', '=', true)
    .executeTakeFirst()
  return row ?? null
}

/** What narrows the list of products; what is left out narrows nothing. */
export interface ProductFilter {
  /** Every one has to be in the title or the ref. */
  readonly words: readonly string[]
  readonly category?: string | undefined
  readonly state?: 'available' | 'unavailable' | 'hidden' | undefined
  /** Title and ref of the last product of the page above. */
  readonly after?: RowPlace | null
}

/** A page of products by title. As the store. */
export async function listProducts(
  tx: Tx,
  storeId: number,
  { words, category, state, after = null }: ProductFilter,
  limit: number,
): Promise<readonly ListedProduct[]> {
  let query = listed(tx, storeId).orderBy('product.title').orderBy('product.ref').limit(limit)
  for (const word of words) {
    query = query.where(sql<boolean>`strpos(lower(product.title || ' ' || product.ref), lower(${word})) > 0`)
  }
  if (category !== undefined) query = query.where('product.category', '=', category)
  if (state === 'hidden') query = query.where('product.published', '=', false)
  else if (state !== undefined) query = query.where('product.available', '=', state === 'available')
  if (after !== null) {
    const [title, ref] = after
    query = query.where(sql<boolean>`(product.title, product.ref) > (${title}::text, ${ref}::text)`)
  }
  return (await query.execute()).map(shown)
}

/** The pinned products in the seller's order, those that buyers may not have, too. As the store. */
export async function pinnedProducts(tx: Tx, storeId: number): Promise<readonly ListedProduct[]> {
  const rows = await listed(tx, storeId)
    .where('product.pinned', 'is not', null)
    .orderBy('product.pinned')
    .execute()
  return rows.map(shown)
}

/** One product as the console lists it. As the store. */
export async function listedProduct(tx: Tx, storeId: number, ref: string): Promise<ListedProduct | null> {
  const row = await listed(tx, storeId).where('product.ref', '=', ref).executeTakeFirst()
  return row === undefined ? null : shown(row)
}

/** The refs of the pinned products in the seller's order, with their rows held until the transaction ends. As the store. */
export async function lockPinned(tx: Tx, storeId: number): Promise<readonly string[]> {
  // All who change the order wait for one another here, also where nothing is pinned yet.
  await tx.selectFrom('store').select('id').where('id', '=', storeId).forUpdate().execute()
  const rows = await tx
    .selectFrom('product')
    .select('ref')
    .where('storeId', '=', storeId)
    .where('pinned', 'is not', null)
    .orderBy('pinned')
    .execute()
  return rows.map(({ ref }) => ref)
}

/** Pins these products in this order, and no others; how many of them there are. As the store. */
export async function setPinned(tx: Tx, storeId: number, refs: readonly string[]): Promise<number> {
  await tx
    .updateTable('product')
    .set({ pinned: null })
    .where('storeId', '=', storeId)
    .where('pinned', 'is not', null)
    .execute()
  const { rows } = await sql`
    update product set pinned = given.place
    from json_array_elements_text(${JSON.stringify(refs)}::json) with ordinality as given (ref, place)
    where product.store_id = ${storeId} and product.ref = given.ref
    returning product.ref`.execute(tx)
  return rows.length
}

export interface ProductState {
  readonly available?: boolean | undefined
  readonly published?: boolean | undefined
}

/** Says whether buyers may have a product, and see it; false: there is none. As the store. */
export async function changeProduct(
  tx: Tx,
  storeId: number,
  ref: string,
  { available, published }: ProductState,
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('product')
    .set({
      updatedAt: at,
      ...(available === undefined ? {} : { available }),
      ...(published === undefined ? {} : { published }),
      ...(published === true
        ? { publishedAt: sql<number>`case when published_at = 0 then ${at}::bigint else published_at end` }
        : {}),
    })
    .where('storeId', '=', storeId)
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Products by their refs, by title. As the store. */
export async function namedProducts(
  tx: Tx,
  storeId: number,
  refs: readonly string[],
): Promise<readonly ListedProduct[]> {
  if (refs.length === 0) return []
  const rows = await listed(tx, storeId)
    .where('product.ref', 'in', refs)
    .orderBy('product.title')
    .orderBy('product.ref')
    .execute()
  return rows.map(shown)
}

/** False: there is none. As the store. */
export async function deleteProduct(tx: Tx, storeId: number, ref: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('product')
    .where('storeId', '=', storeId)
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

function listed(tx: Tx, storeId: number) {
  return tx
    .selectFrom('product')
    .leftJoin('productCount', (join) =>
      join
        .onRef('productCount.storeId', '=', 'product.storeId')
        .onRef('productCount.ref', '=', 'product.ref'),
    )
    .select(OFFERED.map((column) => `product.${column}` as const))
    .select(['product.available', 'product.published', 'product.updatedAt'])
    .select(['productCount.shown', 'productCount.opened'])
    .where('product.storeId', '=', storeId)
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

function shown(row: ListedRow): ListedProduct {
  const { ref, title, price, currency, image, url, category, pinned, shown, opened, ...rest } = row
  return {
    ref,
    title,
    ...(price === null ? {} : { price }),
    ...(currency === null ? {} : { currency }),
    ...(image === null ? {} : { image }),
    ...(url === null ? {} : { url }),
    ...(category === null ? {} : { category }),
    ...(pinned === null ? {} : { pinned }),
    ...rest,
    shown: shown ?? 0,
    opened: opened ?? 0,
  }
}
