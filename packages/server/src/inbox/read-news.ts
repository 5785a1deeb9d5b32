import { type CollectedAnswer, MAX_MESSAGE_ROWS, type ThreadMessage } from '@shopbell/protocol'
import { answersOf } from '../store/answers.ts'
import { type ConversationKey, loadConversation } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { messagesBetween } from '../store/messages.ts'
import { runAsStore } from '../store/run-as.ts'
import { shownAnswer } from './shown-answer.ts'
import { threadMessages } from './thread-messages.ts'

/** What somebody who follows a conversation has not seen yet, as of one moment. */
export interface News {
  /** The next messages, ascending and without gaps; at most a page. */
  readonly messages: readonly ThreadMessage[]
  readonly answers: readonly CollectedAnswer[]
  readonly head: number
}

/** The news after seq `after`; null where the conversation is gone. */
export function readNews(
  { database }: { readonly database: Database },
  key: ConversationKey,
  after: number,
): Promise<News | null> {
  return runAsStore(database, key.storeId, async (tx) => {
    const conversation = await loadConversation(tx, key)
    if (conversation === null) return null
    const { head } = conversation
    const messages = await messagesBetween(tx, key, after + 1, head, MAX_MESSAGE_ROWS)
    const answers = await answersOf(tx, key)
    return {
      messages: await threadMessages(tx, key.storeId, messages),
      answers: answers.map(shownAnswer),
      head,
    }
  })
}
