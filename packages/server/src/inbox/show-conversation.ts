import { type ConversationDetail, MAX_MESSAGE_ROWS } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Clock } from '../clock.ts'
import { answersOf } from '../store/answers.ts'
import { conversationByPublicId } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { messagesBefore } from '../store/messages.ts'
import { runAsStore } from '../store/run-as.ts'
import { timersOf } from '../store/timers.ts'
import { conversationSummary } from './conversation-summary.ts'
import { readRow } from './read-row.ts'
import { readSilences } from './read-silences.ts'
import { shownAnswer } from './shown-answer.ts'
import { threadMessages } from './thread-messages.ts'

interface Needed {
  readonly database: Database
  readonly clock: Clock
}

/** A conversation with its last messages, what was collected and what is planned, as of one moment; null where it is not the store's. */
export function showConversation(
  { database, clock }: Needed,
  { storeId }: Actor,
  publicId: string,
): Promise<ConversationDetail | null> {
  return runAsStore(database, storeId, async (tx) => {
    const key = await conversationByPublicId(tx, storeId, publicId)
    const row = key && (await readRow(tx, storeId, key.id, clock.now()))
    if (!row) return null
    const messages = await messagesBefore(tx, key, null, MAX_MESSAGE_ROWS)
    const silences = await readSilences(tx, key, messages, null)
    const answers = await answersOf(tx, key)
    const timers = await timersOf(tx, key)
    return {
      conversation: conversationSummary(row),
      messages: await threadMessages(tx, storeId, messages),
      silences,
      answers: answers.map(shownAnswer),
      timers: timers.map(({ kind, block, dueAt }) => ({ kind, block, dueAt })),
      buyerReadSeq: key.readByBuyerSeq,
      ...(key.flowVersion === null || key.flowVersion === 0 ? {} : { flowVersion: key.flowVersion }),
    }
  })
}
