import { type ReceptionEvent, type RefusalCode, step } from '@shopbell/engine'
import { type ConversationRow, loadConversation } from '../store/conversations.ts'
import { failureOf } from '../store/failure.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { StepRecord } from '../store/step-record.ts'
import { announce } from './announce.ts'
import { refusalOfContact } from './refusal-of-contact.ts'
import type { Desk } from './desk.ts'
import { findStored } from './find-stored.ts'
import { gatherFacts, type Grounds } from './gather-facts.ts'
import { type HotConversation, noteRow } from './hot-conversations.ts'
import { noteShown } from './note-products.ts'
import { type Circumstances, recordStep, rowAfter } from './record-step.ts'
import { isRefused, type Refused } from './refused.ts'

/** A step that was committed, with the first seq it stored, if it stored any. */
export interface Taken {
  readonly taken: ConversationRow
  readonly firstSeq: number | null
}

/** The message was stored before, under this seq; nothing happened. */
export interface Repeated {
  readonly repeated: number
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
 * Nothing is shown, and the remembered row does not change, before the commit. `happened` may refuse to let it happen, from the row
 * as it is.
 *
 * ```
 * row ─▶ stored before? Repeated ─▶ facts ─▶ engine  Rejected ─▶ commit  conflict: load, again ─▶ announce
 * ```
 */
export async function takeStep(
  desk: Desk,
  conversation: HotConversation,
  happened: (at: number, row: ConversationRow) => ReceptionEvent | Refused,
  circumstances: Circumstances = {},
): Promise<Taken | Repeated | Rejected | Refused> {
  const { clientId } = circumstances
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const row = await currentRow(desk, conversation)
    if (row === null) return { refused: 'NOT_FOUND' }
    const repeated = clientId === undefined ? null : await findStored(desk, row, clientId)
    if (repeated !== null) return { repeated }

    // A clock that was set back must not make a conversation run backwards.
    const event = happened(Math.max(desk.clock.now(), row.lastAt), row)
    if (isRefused(event)) {
      if (await isStillTrue(desk, conversation, row)) return event
      continue
    }
    const grounds = await gatherFacts(desk, conversation, row, event)
    const unfit = await whyUnfit(desk, row, event, grounds)
    if (unfit !== null) return unfit

    const decided = step(grounds.program, row.session, event, grounds.facts)
    if (decided.rejected !== undefined) {
      if (await isStillTrue(desk, conversation, row)) return { rejected: decided.rejected.code, row }
      continue
    }
    const record = recordStep(row, event, grounds, decided, circumstances)
    const outcome = await commit(desk, conversation, record)
    if (outcome === 'conflict') continue
    if (outcome !== 'committed') return outcome
    const taken = rowAfter(row, record)
    noteRow(conversation, taken)
    announce(desk, conversation, record)
    noteShown(desk, conversation, record)
    return { taken, firstSeq: record.messages[0]?.seq ?? null }
  }
  return { refused: 'RETRY', retryAfterMs: RETRY_AFTER_MS }
}

/** What the shell itself refuses, by what it looked up; null: nothing. */
async function whyUnfit(
  { stores }: Desk,
  { storeId }: ConversationRow,
  event: ReceptionEvent,
  { facts }: Grounds,
): Promise<Refused | null> {
  if (event.type === 'buyer.sent' && facts.card === undefined && facts.order === undefined)
    return { refused: 'REF_UNKNOWN' }
  return event.type === 'buyer.left_contact' ? refusalOfContact(await stores.byId(storeId), event) : null
}

/** The row to decide from: the remembered one, else the database's; null: its buyer was erased. */
export async function currentRow(desk: Desk, conversation: HotConversation): Promise<ConversationRow | null> {
  if (conversation.row !== null) return conversation.row
  const row = await runAsJournal(desk.database, (tx) => loadConversation(tx, conversation.key))
  if (row !== null) noteRow(conversation, row)
  return row
}

/** A rejection is never committed, so no compare-and-swap finds out that it was decided from a row another node has changed. */
async function isStillTrue(
  desk: Desk,
  conversation: HotConversation,
  row: ConversationRow,
): Promise<boolean> {
  conversation.row = null
  const now = await currentRow(desk, conversation)
  return now?.revision === row.revision
}

async function commit(
  { committer, log }: Desk,
  conversation: HotConversation,
  record: StepRecord,
): Promise<'committed' | 'conflict' | Refused> {
  try {
    const outcome = await committer.commit(record)
    if (outcome === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_AFTER_MS }
    if (outcome === 'conflict') conversation.row = null
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
