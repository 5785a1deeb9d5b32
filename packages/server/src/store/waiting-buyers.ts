import type { Tx } from './database.ts'

/** Longer lists are told as this many. */
const MAX_WAITING = 200

/** The stores where somebody has waited for a person since `since` or longer. As the journal. */
export async function storesThatWait(tx: Tx, since: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('conversation')
    .select('storeId')
    .distinct()
    .where('waitingSince', '<=', since)
    .execute()
  return rows.map(({ storeId }) => storeId)
}

/** Since when the buyers of a store wait for a person, the longest wait first. As the store. */
export async function longestWaits(tx: Tx, storeId: number): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('conversation')
    .select('waitingSince')
    .where('storeId', '=', storeId)
    .where('waitingSince', 'is not', null)
    .orderBy('waitingSince')
    .limit(MAX_WAITING)
    .execute()
  return rows.flatMap(({ waitingSince }) => (waitingSince === null ? [] : [waitingSince]))
}
