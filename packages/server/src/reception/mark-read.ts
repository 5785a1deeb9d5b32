import { type ConversationKey, markReadByAgent, markReadByBuyer } from '../store/conversations.ts'
import { runAsJournal, runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { findConversation } from './find-conversation.ts'
import type { Done, Refused } from './refused.ts'
import { currentRow } from './take-step.ts'

/** The buyer has seen everything up to `seq`; the agents learn it. */
export async function readByBuyer(desk: Desk, key: ConversationKey, claimed: number): Promise<void> {
  const row = await currentRow(desk, desk.conversations.of(key))
  const seq = Math.min(claimed, row?.head ?? 0)
  if (seq === 0) return
  await runAsJournal(desk.database, (tx) => markReadByBuyer(tx, key, seq))
  desk.bus.publish({ type: 'read', storeId: key.storeId, conversationId: key.id, by: 'buyer', seq })
}

/** An agent has seen everything up to `seq`: kept for the inbox, shown to the buyer. */
export async function readByAgent(
  desk: Desk,
  storeId: number,
  publicId: string,
  claimed: number,
): Promise<Refused | Done> {
  const conversation = await findConversation(desk, storeId, publicId)
  if (conversation === null) return { refused: 'NOT_FOUND' }
  const row = await currentRow(desk, conversation)
  if (row === null) return { refused: 'NOT_FOUND' }
  const seq = Math.min(claimed, row.head)
  if (seq === 0) return { done: true }
  await runAsStore(desk.database, storeId, (tx) => markReadByAgent(tx, conversation.key, seq))
  desk.bus.publish({ type: 'read', storeId, conversationId: conversation.key.id, by: 'agent', seq })
  return { done: true }
}
