import type { NeedsAnswerBody, ThreadMessage } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Clock } from '../clock.ts'
import { conversationByPublicId } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { messagesBetween, setNeedsAnswer } from '../store/messages.ts'
import { threadMessages } from './thread-messages.ts'
import { visitorName } from './visitor-name.ts'

/**
 * Says by hand whether a buyer's message needs an answer in what is counted: thanks that were none, or the other way round (STS-09).
 * It moves nobody and opens no wait; the store’s log has who changed it. Null: no such message of a buyer.
 */
export function markNeedsAnswer(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  publicId: string,
  { seq, needsAnswer }: NeedsAnswerBody,
): Promise<ThreadMessage | null> {
  const { storeId } = actor
  return doOnce(database, actor, async (tx) => {
    const key = await conversationByPublicId(tx, storeId, publicId)
    if (key === null) return null
    const [before] = await messagesBetween(tx, key, seq, seq, 1)
    if (!(await setNeedsAnswer(tx, key, seq, needsAnswer))) return null
    if ((before?.needsAnswer ?? true) !== needsAnswer) {
      const action = needsAnswer ? 'answer_wanted' : 'answer_not_wanted'
      await recordAudit(tx, actor, { at: clock.now(), action, subject: visitorName(publicId) })
    }
    const [message] = await threadMessages(tx, storeId, await messagesBetween(tx, key, seq, seq, 1))
    return message ?? null
  })
}
