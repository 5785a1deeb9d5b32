import type { StepRecord } from '../store/step-record.ts'
import type { BuyerSignal } from '../store/buyer-events.ts'
import type { Desk } from './desk.ts'
import type { HotConversation } from './hot-conversations.ts'

/** Writes down what a buyer did with products, before the next step asks what the buyer is interested in. In the conversation's mailbox. */
export async function noteProducts(
  desk: Desk,
  conversation: HotConversation,
  kind: Exclude<BuyerSignal['kind'], 'shown'>,
  refs: readonly string[],
): Promise<void> {
  await desk.signals.note(signals(desk, conversation, kind, refs))
  conversation.interests = null
}

/** Counts the cards that a committed step recommended. Nobody waits for it. */
export function noteShown(desk: Desk, conversation: HotConversation, { messages }: StepRecord): void {
  const refs = messages.flatMap(({ author, content }) =>
    author === 'robot' && content.kind === 'products' ? content.items.map(({ ref }) => ref) : [],
  )
  void desk.signals.note(signals(desk, conversation, 'shown', refs))
}

function signals(
  { clock }: Desk,
  { key }: HotConversation,
  kind: BuyerSignal['kind'],
  refs: readonly string[],
): readonly BuyerSignal[] {
  return refs.map((ref) => ({ storeId: key.storeId, conversationId: key.id, kind, ref, at: clock.now() }))
}
