import type { Tx } from './database.ts'

/** One window that has the draft open; `id` is the window's. */
export interface EditorRow {
  readonly id: string
  readonly name: string
  /** The block its person is in; null: none. */
  readonly block: string | null
}

/** Writes where an editor is, and forgets those of the store that were not seen since `goneBefore`. As the store. */
export async function putEditor(
  tx: Tx,
  storeId: number,
  { id, ...where }: EditorRow & { readonly seenAt: number },
  goneBefore: number,
): Promise<void> {
  await tx
    .insertInto('flowDraftEditor')
    .values({ storeId, id, ...where })
    .onConflict((conflict) => conflict.columns(['storeId', 'id']).doUpdateSet(where))
    .execute()
  await tx
    .deleteFrom('flowDraftEditor')
    .where('storeId', '=', storeId)
    .where('seenAt', '<', goneBefore)
    .execute()
}

/** As the store. */
export async function removeEditor(tx: Tx, storeId: number, id: string): Promise<void> {
  await tx.deleteFrom('flowDraftEditor').where('storeId', '=', storeId).where('id', '=', id).execute()
}

/** Most editors that are told of; nobody reads a longer list. */
const MAX_SHOWN = 50

/** Everybody who was seen since `goneBefore`, in an order that stays. As the store. */
export function editorsOf(tx: Tx, storeId: number, goneBefore: number): Promise<readonly EditorRow[]> {
  return tx
    .selectFrom('flowDraftEditor')
    .select(['id', 'name', 'block'])
    .where('storeId', '=', storeId)
    .where('seenAt', '>=', goneBefore)
    .orderBy('id')
    .limit(MAX_SHOWN)
    .execute()
}
