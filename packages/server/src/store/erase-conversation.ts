import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * Removes a conversation with all that was said, answered, planned and indexed of it, and its buyer's token with it; false: it is not
 * the store's, or gone already. What stays of the journal are its steps without what happened in them, so that whatever is counted
 * of steps and sessions still is, of nobody in particular (PRV-02). As the store.
 */
export async function eraseConversation(tx: Tx, id: number): Promise<boolean> {
  await tx
    .deleteFrom('shopOrder')
    .where('buyer', '=', (buyer) => buyer.selectFrom('conversation').select('publicId').where('id', '=', id))
    .execute()
  await tx
    .deleteFrom('keptAnswer')
    .where('about', '=', (buyer) => buyer.selectFrom('conversation').select('publicId').where('id', '=', id))
    .execute()
  const { rows } = await sql<{ erased: boolean }>`select erase_conversation(${id}) as erased`.execute(tx)
  return rows[0]?.erased === true
}

/** Conversations of the store whose last message is older than `before`, an instant, the oldest first. As the store. */
export function conversationsOlderThan(
  tx: Tx,
  storeId: number,
  before: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly publicId: string }[]> {
  return tx
    .selectFrom('conversation')
    .select(['id', 'publicId'])
    .where('storeId', '=', storeId)
    .where('lastHour', '<=', Math.floor(before / 3_600_000))
    .where('lastAt', '<', before)
    .orderBy('lastHour')
    .limit(limit)
    .execute()
}
