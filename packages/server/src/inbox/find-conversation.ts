import type { ConversationSummary } from '@shopbell/protocol'
import type { Clock } from '../clock.ts'
import { conversationByPublicId, type ConversationKey } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { conversationSummary } from './conversation-summary.ts'
import { readRow } from './read-row.ts'

interface Needed {
  readonly database: Database
  readonly clock: Clock
}

/** The key of the store's conversation with this id; null where it has none. */
export async function findKey(
  { database }: Pick<Needed, 'database'>,
  storeId: number,
  publicId: string,
): Promise<ConversationKey | null> {
  const found = await runAsStore(database, storeId, (tx) => conversationByPublicId(tx, storeId, publicId))
  return found === null ? null : { storeId, id: found.id }
}

/** The inbox's row of a conversation known by its key; null where it is gone. */
export async function findRow(
  { database, clock }: Needed,
  { storeId, id }: ConversationKey,
): Promise<ConversationSummary | null> {
  const row = await runAsStore(database, storeId, (tx) => readRow(tx, storeId, id, clock.now()))
  return row === null ? null : conversationSummary(row)
}
