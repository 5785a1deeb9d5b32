import type { Actor } from '../../accounts/actor.ts'
import { doOnce } from '../../accounts/do-once.ts'
import type { Bus } from '../../bus/bus.ts'
import { conversationByPublicId } from '../../store/conversations.ts'
import type { Database, Tx } from '../../store/database.ts'
import { eraseConversation } from '../../store/erase-conversation.ts'

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
  by: Pick<Actor, 'storeId' | 'keep'>,
  publicId: string,
  note?: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const { storeId } = by
  const erase = async (tx: Tx) => {
    const key = await conversationByPublicId(tx, storeId, publicId)
    if (key === null || !(await eraseConversation(tx, key.id))) return null
    await note?.(tx)
    return { conversationId: key.id }
  }
  const erased = await doOnce(database, by, erase, (done) => done !== null)
  if (erased === null) return false
  bus.publish({ type: 'erased', storeId, ...erased, publicId })
  return true
}
