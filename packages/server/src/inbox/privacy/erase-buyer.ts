import type { Bus } from '../../bus/bus.ts'
import { conversationByPublicId } from '../../store/conversations.ts'
import type { Database, Tx } from '../../store/database.ts'
import { eraseConversation } from '../../store/erase-conversation.ts'
import { runAsStore } from '../../store/run-as.ts'

interface Needed {
  readonly database: Database
  readonly bus: Bus
}

/**
 * Erases a buyer: the conversation, its messages, answers, names and token (PRV-02). Open chats of theirs are closed, and the next
 * visit begins anew. False where the store has no such conversation. `note` writes down who did it, in the same transaction.
 */
export async function eraseBuyer(
  { database, bus }: Needed,
  storeId: number,
  publicId: string,
  note?: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const erased = await runAsStore(database, storeId, async (tx) => {
    const key = await conversationByPublicId(tx, storeId, publicId)
    if (key === null || !(await eraseConversation(tx, key.id))) return null
    await note?.(tx)
    return key.id
  })
  if (erased === null) return false
  bus.publish({ type: 'erased', storeId, conversationId: erased, publicId })
  return true
}
