import { type ReceptionEvent, type RefusalCode, step } from '@shopbell/engine'
import { type ConversationRow, loadConversation } from '../store/conversations.ts'
import { failureOf } from '../store/failure.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { StepRecord } from '../store/step-record.ts'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'
import { gatherFacts } from './gather-facts.ts'
import type { HotConversation } from './hot-conversations.ts'
import { type Circumstances, recordStep, rowAfter } from './record-step.ts'
import type { Refused } from './refused.ts'

/** A step that was committed, with the first seq it stored, if it stored any. */
export interface Taken {
  readonly taken: ConversationRow
  readonly firstSeq: number | null
}

/** The engine refused the event whole; nothing was stored. */
export interface Rejected {
  readonly rejected: RefusalCode
  readonly row: ConversationRow
}

/** Lost races in a row after which the sender is asked to repeat. */
const MAX_ATTEMPTS = 3
const RETRY_AFTER_MS = 500
const BUSY_AFTER_MS = 1_000

/**
 * One event through the engine and into the database, then to everyone who listens. Runs inside the conversation's mailbox.
 * Nothing is shown, and the remembered row does not change, before the commit.
 */
export async function takeStep(
  desk: Desk,
  conversation: HotConversation,
  happened: (at: number) => ReceptionEvent,
  circumstances: Circumstances = {},
): Promise<Taken | Rejected | Refused> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const row = await currentRow(desk, conversation)
    // A clock that was set back must not make a conversation run backwards.
    const event = happened(Math.max(desk.clock.now(), row.lastAt))
    const grounds = await gatherFacts(desk, row, event, conversation.locale)
    if (event.type === 'buyer.sent' && grounds.facts.card === undefined) return { refused: 'REF_UNKNOWN' }

    const decided = step(grounds.program, row.session, event, grounds.facts)
    if (decided.rejected !== undefined) return { rejected: decided.rejected.code, row }

    const record = recordStep(row, event, grounds, decided, circumstances)
    const outcome = await commit(desk, conversation, record)
    if (outcome === 'conflict') continue
    if (outcome !== 'committed') return outcome
    const taken = rowAfter(row, record)
    conversation.row = taken
    announce(desk, conversation, record)
    return { taken, firstSeq: record.messages[0]?.seq ?? null }
  }
  return { refused: 'RETRY', retryAfterMs: RETRY_AFTER_MS }
}

/** The row to decide from: the remembered one, else the database's. */
export async function currentRow(desk: Desk, conversation: HotConversation): Promise<ConversationRow> {
  if (conversation.row !== null) return conversation.row
  const row = await runAsJournal(desk.database, (tx) => loadConversation(tx, conversation.key))
  if (row === null) throw new Error(`Conversation ${String(conversation.key.id)} is gone.`)
  conversation.row = row
  return row
}

async function commit(
  { committer, log, reached }: Desk,
  conversation: HotConversation,
  record: StepRecord,
): Promise<'committed' | 'conflict' | Refused> {
  try {
    reached('decided')
    const outcome = await committer.commit(record)
    if (outcome === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_AFTER_MS }
    if (outcome === 'conflict') conversation.row = null
    else reached('committed')
    return outcome
  } catch (error) {
    // Whether it was committed is unknown; what is true now is in the database, and the sender repeats with the same id.
    conversation.row = null
    log.error({ err: error, conversation: conversation.key.id }, 'a step was not committed')
    return failureOf(error) === 'poison'
      ? { refused: 'INTERNAL' }
      : { refused: 'BUSY', retryAfterMs: BUSY_AFTER_MS }
  }
}
