import type { ErrorCode, SentContent } from '@shopbell/protocol'
import type { RefusalCode } from '@shopbell/engine'
import type { ConversationKey } from '../store/conversations.ts'
import { findSentMessage } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { eventOfContent } from './event-of-content.ts'
import type { HotConversation } from './hot-conversations.ts'
import { isKnownToBeNew } from './lanes.ts'
import { post } from './post.ts'
import { isRefused, type Refused } from './refused.ts'
import { currentRow, takeStep } from './take-step.ts'

export interface Stored {
  readonly stored: number
}

/** One message of the buyer. Repeated with the same `id` it answers the same seq and does nothing else, however late. */
export async function receiveMessage(
  desk: Desk,
  key: ConversationKey,
  { id, content }: { readonly id: string; readonly content: SentContent },
): Promise<Stored | Refused> {
  const event = eventOfContent(content)
  if (typeof event !== 'function') return event
  const conversation = desk.conversations.of(key)
  return post(conversation, async () => {
    const before = await findStored(desk, conversation, id)
    if (before !== null) return { stored: before }
    const outcome = await takeStep(desk, conversation, event, { clientId: id })
    if (isRefused(outcome)) return outcome
    if ('rejected' in outcome) return { refused: wireCode(outcome.rejected) }
    return { stored: outcome.firstSeq ?? outcome.taken.head }
  })
}

/** The seq under which a message with this id is stored already, else null. */
export async function findStored(
  desk: Desk,
  conversation: HotConversation,
  clientId: string,
): Promise<number | null> {
  const row = await currentRow(desk, conversation)
  if (row.head === 0 || isKnownToBeNew(row.lanes, clientId)) return null
  return runAsJournal(desk.database, (tx) => findSentMessage(tx, conversation.key, clientId, 1))
}

/** The engine's refusal of a buyer's event as the protocol's error. */
function wireCode(code: RefusalCode): ErrorCode {
  return code === 'NOT_HELD' || code === 'ANSWER_UNFIT' ? code : 'NOT_OFFERED'
}
