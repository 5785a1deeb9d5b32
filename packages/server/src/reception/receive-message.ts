import type { ErrorCode, SentContent } from '@shopbell/protocol'
import type { RefusalCode } from '@shopbell/engine'
import type { ConversationKey } from '../store/conversations.ts'
import type { Desk } from './desk.ts'
import { eventOfContent } from './event-of-content.ts'
import { noteProducts } from './note-products.ts'
import { post } from './post.ts'
import { isRefused, type Refused } from './refused.ts'
import { type Repeated, type Taken, takeStep } from './take-step.ts'

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
  const outcome = await post(conversation, async () => {
    if (content.kind === 'product') await noteProducts(desk, conversation, 'asked', [content.ref])
    return takeStep(desk, conversation, event, { clientId: id })
  })
  if (isRefused(outcome)) return outcome
  if ('rejected' in outcome) return { refused: wireCode(outcome.rejected) }
  return { stored: seqOf(outcome) }
}

/** The seq of the sender's own message, now or then. */
export function seqOf(outcome: Taken | Repeated): number {
  return 'repeated' in outcome ? outcome.repeated : (outcome.firstSeq ?? outcome.taken.head)
}

/** The engine's refusal of a buyer's event as the protocol's error. */
function wireCode(code: RefusalCode): ErrorCode {
  return code === 'NOT_HELD' || code === 'ANSWER_UNFIT' ? code : 'NOT_OFFERED'
}
