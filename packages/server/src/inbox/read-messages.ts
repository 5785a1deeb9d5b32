import type { MessagePage } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { conversationByPublicId } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { messagesBefore } from '../store/messages.ts'
import { runAsStore } from '../store/run-as.ts'
import { readSilences } from './read-silences.ts'
import { threadMessages } from './thread-messages.ts'

/** The messages, and the reasons of silence among them, before seq `before` (all, without it), ascending, the last `limit` of them; null where the conversation is not the store's. */
export function readMessagesBefore(
  { database }: { readonly database: Database },
  { storeId }: Actor,
  publicId: string,
  { before = null, limit }: { readonly before?: number | null | undefined; readonly limit: number },
): Promise<MessagePage | null> {
  return runAsStore(database, storeId, async (tx) => {
    const key = await conversationByPublicId(tx, storeId, publicId)
    if (key === null) return null
    const messages = await messagesBefore(tx, key, before, limit)
    return {
      messages: await threadMessages(tx, storeId, messages),
      silences: await readSilences(tx, key, messages, before),
    }
  })
}
