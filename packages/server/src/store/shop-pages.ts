import type { Selectable } from 'kysely'
import type { Tx } from './database.ts'
import type { Schema } from './schema.ts'

/** A page that loaded the chat, or tried to. */
export type ShopPageRow = Readonly<Selectable<Schema['shopPage']>>

/** Origins remembered per store: any program can name any origin. */
export const MAX_SHOP_PAGES = 50

/** Writes that a page was seen; a path that is not known this time stays. Forgets the oldest ones. As the store. */
export async function putShopPage(tx: Tx, { path, ...page }: ShopPageRow): Promise<void> {
  await tx
    .insertInto('shopPage')
    .values({ ...page, path })
    .onConflict((conflict) =>
      conflict.columns(['storeId', 'origin']).doUpdateSet({
        allowed: page.allowed,
        seenAt: page.seenAt,
        ...(path === null ? {} : { path }),
      }),
    )
    .execute()
  await tx
    .deleteFrom('shopPage')
    .where('storeId', '=', page.storeId)
    .where('origin', 'not in', (kept) =>
      kept
        .selectFrom('shopPage')
        .select('origin')
        .where('storeId', '=', page.storeId)
        .orderBy('seenAt', 'desc')
        .orderBy('origin')
        .limit(MAX_SHOP_PAGES),
    )
    .execute()
}

/** The newest first. As the store. */
export function shopPagesOf(tx: Tx, storeId: number): Promise<readonly ShopPageRow[]> {
  return tx
    .selectFrom('shopPage')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('seenAt', 'desc')
    .orderBy('origin')
    .limit(MAX_SHOP_PAGES)
    .execute()
}
