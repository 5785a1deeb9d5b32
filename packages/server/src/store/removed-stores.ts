import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** From here on nobody finds the store, and its name is not given to another one; false: it is on its way out already. As the store. */
export async function markRemoved(
  tx: Tx,
  { id, publicId }: { readonly id: number; readonly publicId: string },
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('store')
    .set({ removedAt: at })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await tx.insertInto('removedStore').values({ publicId, removedAt: at }).execute()
  return true
}

/** Stores that are marked and not yet gone. As the journal. */
export async function storesToRemove(tx: Tx): Promise<readonly number[]> {
  const rows = await tx.selectFrom('store').select('id').where('removedAt', 'is not', null).execute()
  return rows.map(({ id }) => id)
}

/** Removes some of what a marked store holds, conversations first; true: that was all of it. As the store. */
export async function removeSome(tx: Tx, storeId: number, conversations: number): Promise<boolean> {
  const { rows } = await sql<{ gone: boolean }>`
    select remove_store(${storeId}::bigint, ${conversations}::integer) as gone`.execute(tx)
  return rows[0]?.gone === true
}

/** Whether a store of this name was removed. As the journal. */
export async function wasRemoved(tx: Tx, publicId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('removedStore')
    .select('publicId')
    .where('publicId', '=', publicId)
    .executeTakeFirst()
  return row !== undefined
}
