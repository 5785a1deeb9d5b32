import { judgeAnswer as whyNot } from '@shopbell/engine'
import type { ConversationKey } from '../store/conversations.ts'
import { messagesBetween, setSolved } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import type { Done, Refused } from './refused.ts'

/**
 * Keeps what the buyer says of an automatic answer (FAQ-17). It is no contact and no step: it moves nobody, begins no session, and a
 * replay knows nothing of it. Repeating it changes nothing; another word takes the place of the last.
 */
export async function judgeAnswer(
  { database, bus }: Desk,
  key: ConversationKey,
  { message: seq, solved }: { readonly message: number; readonly solved: boolean },
): Promise<Refused | Done> {
  const isHeld = await runAsJournal(database, async (tx) => {
    const [message] = await messagesBetween(tx, key, seq, seq, 1)
    if (whyNot(message ?? null) !== null) return false
    await setSolved(tx, key, seq, solved)
    return true
  })
  if (!isHeld) return { refused: 'NOT_HELD' }
  bus.publish({ type: 'judged', storeId: key.storeId, conversationId: key.id, seq, solved })
  return { done: true }
}
