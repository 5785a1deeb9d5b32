import type { NeedsAnswerBody, ThreadMessage } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { conversationByPublicId } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { messagesBetween, setNeedsAnswer } from '../store/messages.ts'
import { runAsStore } from '../store/run-as.ts'
import { threadMessages } from './thread-messages.ts'

/**
 * Says by hand whether a buyer's message needs an answer in what is counted: thanks that were none, or the other way round (STS-09).
 * It moves nobody and opens no wait. Null: no such message of a buyer.
 */
export function markNeedsAnswer(
  { database }: { readonly database: Database },
  { storeId }: Actor,
  publicId: string,
  { seq, needsAnswer }: NeedsAnswerBody,
): Promise<ThreadMessage | null> {
  return runAsStore(database, storeId, async (tx) => {
    const key = await conversationByPublicId(tx, storeId, publicId)
    if (key === null || !(await setNeedsAnswer(tx, key, seq, needsAnswer))) return null
    const [message] = await threadMessages(tx, storeId, await messagesBetween(tx, key, seq, seq, 1))
    return message ?? null
  })
}
