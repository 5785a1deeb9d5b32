import type { ProductCard } from '@shopbell/protocol'
import type { Tx } from './database.ts'

/** The store's pinned products, in the seller's order, ready to show (REC-01). */
export async function pinnedProducts(
  tx: Tx,
  storeId: number,
  limit: number,
): Promise<readonly ProductCard[]> {
  const rows = await tx
    .selectFrom('product')
    .select('card')
    .where('storeId', '=', storeId)
    .where('pinned', 'is not', null)
    .orderBy('pinned')
    .limit(limit)
    .execute()
  return rows.map(({ card }) => card)
}

/** One product of the store's own catalogue (CRD-15); null: it has none of this name. */
export async function productByRef(tx: Tx, storeId: number, ref: string): Promise<ProductCard | null> {
  const row = await tx
    .selectFrom('product')
    .select('card')
    .where('storeId', '=', storeId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row?.card ?? null
}

/** Puts or replaces a product. `pinned` is its place among the pinned ones, 1 first; null: not pinned. As the store. */
export async function putProduct(
  tx: Tx,
  storeId: number,
  card: ProductCard,
  pinned: number | null,
): Promise<void> {
  const kept = { card: JSON.stringify(card), pinned }
  await tx
    .insertInto('product')
    .values({ storeId, ref: card.ref, ...kept })
    .onConflict((conflict) => conflict.columns(['storeId', 'ref']).doUpdateSet(kept))
    .execute()
}
