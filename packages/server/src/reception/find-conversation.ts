import { conversationByPublicId } from '../store/conversations.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { type HotConversation, noteRow } from './hot-conversations.ts'

/** The conversation that a store's console means; null where the store has none of this id. Row-level security holds that. */
export async function findConversation(
  desk: Desk,
  storeId: number,
  publicId: string,
): Promise<HotConversation | null> {
  const row = await runAsStore(desk.database, storeId, (tx) => conversationByPublicId(tx, storeId, publicId))
  if (row === null) return null
  const conversation = desk.conversations.of(row)
  noteRow(conversation, row)
  return conversation
}
