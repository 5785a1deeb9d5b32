import type { Product } from '@shopbell/protocol'
import type { Tx } from '../../packages/server/src/store/database.ts'
import { putProducts } from '../../packages/server/src/store/put-products.ts'

/** Puts or replaces one product and its place among the pinned ones, 1 first; null: not pinned. As the store. */
export async function putProduct(
  tx: Tx,
  storeId: number,
  product: Product,
  pinned: number | null,
): Promise<void> {
  await putProducts(tx, storeId, [product], 0)
  await tx
    .updateTable('product')
    .set({ pinned })
    .where('storeId', '=', storeId)
    .where('ref', '=', product.ref)
    .execute()
}
