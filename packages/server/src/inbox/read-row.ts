import { profileOfStore } from '../reception/profile-of-store.ts'
import { type ListedConversation, listedConversation } from '../store/conversation-list.ts'
import type { Tx } from '../store/database.ts'

/** A row of the inbox as the store's rule book of that instant counts it (WEL-11, FAQ-14); null: no conversation of this store. As the store. */
export async function readRow(
  tx: Tx,
  storeId: number,
  conversationId: number,
  at: number,
): Promise<ListedConversation | null> {
  const { counting } = await profileOfStore(tx, storeId, at)
  return listedConversation(tx, storeId, conversationId, { robotMarksRead: counting.autoMarksRead })
}
