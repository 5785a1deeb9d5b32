import type { MessageContent } from '@shopbell/protocol'
import type { ConversationKey } from '../store/conversations.ts'
import { messagesBefore } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { Desk } from './desk.ts'

/** Messages that a client may still show; what is further up is out of a buyer's sight. */
const LOOKED_AT = 50

/** The newest option with exactly this label, for clients that send what was tapped as words; null: nothing is called so. */
export async function findOption(
  { database }: Desk,
  key: ConversationKey,
  label: string,
): Promise<{ readonly message: number; readonly option: string } | null> {
  const newest = await runAsJournal(database, (tx) => messagesBefore(tx, key, null, LOOKED_AT))
  for (const { seq, content } of newest.toReversed()) {
    const option = optionsOf(content).find((one) => one.label === label)
    if (option !== undefined) return { message: seq, option: option.id }
  }
  return null
}

function optionsOf(content: MessageContent) {
  if (content.kind === 'choices') return content.options
  return content.kind === 'form' ? (content.field.options ?? []) : []
}
