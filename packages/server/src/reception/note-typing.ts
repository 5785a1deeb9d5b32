import type { Desk } from './desk.ts'
import { findConversation } from './find-conversation.ts'
import { post } from './post.ts'
import { currentRow, takeStep } from './take-step.ts'

/** A person types: the buyer sees it, and a status reply that waits for just that is taken back (STS-11). */
export async function noteTyping(
  desk: Desk,
  storeId: number,
  publicId: string,
  agent: string,
): Promise<void> {
  const conversation = await findConversation(desk, storeId, publicId)
  if (conversation === null) return
  desk.bus.publish({ type: 'typing', storeId, conversationId: conversation.key.id, by: 'agent' })
  const status = await desk.stores.status(storeId)
  if (status?.delays !== true) return
  const row = await currentRow(desk, conversation)
  // Most people who type have no reply to take back: nothing queues for them.
  if (row === null || !Object.keys(row.session?.timers ?? {}).some((id) => id.startsWith('status.'))) return
  await post(conversation, () => takeStep(desk, conversation, (at) => ({ type: 'agent.typed', at, agent })))
}
