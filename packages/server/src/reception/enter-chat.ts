import type { Entry } from '@shopbell/protocol'
import type { ConversationKey } from '../store/conversations.ts'
import type { Desk } from './desk.ts'
import { noteProducts } from './note-products.ts'
import { post } from './post.ts'
import { type Done, isRefused, type Refused } from './refused.ts'
import { takeStep } from './take-step.ts'

/** The panel became visible to the buyer (WEL-04). Whether that begins a reception is the engine's decision. */
export async function enterChat(
  desk: Desk,
  key: ConversationKey,
  entrance: { readonly entry: Entry; readonly ref?: string },
): Promise<Refused | Done> {
  const conversation = desk.conversations.of(key)
  const { entry, ref } = entrance
  const outcome = await post(conversation, async () => {
    if (entry === 'product' && ref !== undefined) await noteProducts(desk, conversation, 'viewed', [ref])
    return takeStep(desk, conversation, (at) => ({ type: 'buyer.entered', at, ...entrance }))
  })
  return isRefused(outcome) ? outcome : { done: true }
}
