import type { Tx } from './database.ts'

/** A store's picture. */
export interface AvatarRow {
  /** Media type. */
  readonly type: string
  /** Base64. */
  readonly image: string
  readonly hash: string
}

/** Makes this the store's picture. As the store. */
export async function putAvatar(tx: Tx, storeId: number, avatar: AvatarRow): Promise<void> {
  await tx
    .insertInto('storeAvatar')
    .values({ storeId, ...avatar })
    .onConflict((conflict) => conflict.column('storeId').doUpdateSet(avatar))
    .execute()
}

/** Takes the picture away. As the store. */
export async function deleteAvatar(tx: Tx, storeId: number): Promise<void> {
  await tx.deleteFrom('storeAvatar').where('storeId', '=', storeId).execute()
}

/** The picture of the store of this public id. As the journal: everybody may see it. */
export async function avatarOf(tx: Tx, storePublicId: string): Promise<AvatarRow | null> {
  const row = await tx
    .selectFrom('storeAvatar')
    .innerJoin('store', 'store.id', 'storeAvatar.storeId')
    .select(['storeAvatar.type', 'storeAvatar.image', 'storeAvatar.hash'])
    .where('store.publicId', '=', storePublicId)
    .where('store.removedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
