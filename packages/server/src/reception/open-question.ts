import type { Message } from '@shopbell/protocol'
import type { ConversationKey } from '../store/conversations.ts'
import { messagesBetween } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import { messageFrame } from './announce.ts'
import type { Desk } from './desk.ts'
import { currentRow } from './take-step.ts'

/** The smart question that the buyer has not answered yet; null: none is open. */
export async function openQuestion(desk: Desk, key: ConversationKey): Promise<Message | null> {
  const row = await currentRow(desk, desk.conversations.of(key))
  const seq = row?.session?.open?.seq
  if (seq === undefined) return null
  const [message] = await runAsJournal(desk.database, (tx) => messagesBetween(tx, key, seq, seq, 1))
  return message === undefined ? null : messageFrame(message)
}
