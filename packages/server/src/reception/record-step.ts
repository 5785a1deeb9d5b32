import { encodeFacts, type Effect, type Program, type ReceptionEvent, type Step } from '@shopbell/engine'
import type { ConversationRow } from '../store/conversations.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { StepRecord } from '../store/step-record.ts'
import type { Grounds } from './gather-facts.ts'
import { isHeld } from './is-held.ts'
import { stepNews } from './step-news.ts'
import { withStored } from './lanes.ts'

/** What the shell knows about a step beside its event. */
export interface Circumstances {
  /** The sender's id of the message that the event is; the step's first message gets it. */
  readonly clientId?: string
  /** What is noted in the row of a request that is no message (`notedAt`), so that it is done once. */
  readonly requestId?: string
  /** Whom the conversation belongs to from now on; null: nobody; left out: no change. */
  readonly assigneeId?: number | null
  /** The account whose words the event is. */
  readonly agentId?: number
  /** The robot drafted them (CNT-08). */
  readonly assisted?: true
  /** To whom the conversation belongs from now on where nobody has it. */
  readonly claimedBy?: number
  /** The timer whose firing this is; its row is removed by the same statement. */
  readonly fired?: { readonly id: string; readonly generation: number }
}

/** Turns what the engine decided into what the database writes. Pure. */
export function recordStep(
  row: ConversationRow,
  event: ReceptionEvent,
  { facts, begins, program, hasWebhooks }: Grounds,
  step: Step,
  circumstances: Circumstances,
): StepRecord {
  const { clientId, requestId = clientId, assigneeId, claimedBy, fired } = circumstances
  const messages = messagesOf(step.effects, row.head, event.at, circumstances)
  const handling = step.session?.handling ?? (begins ? 'robot' : row.handling)
  const record: StepRecord = {
    storeId: row.storeId,
    conversationId: row.id,
    expectedRevision: row.revision,
    head: row.head + messages.length,
    handling,
    session: step.session,
    flowVersion: step.session === null ? null : pinnedVersion(row, begins, program),
    buyer: ofType(step.effects, 'remember').at(-1)?.record ?? row.buyer,
    lanes: requestId === undefined ? row.lanes : withStored(row.lanes, requestId),
    waitingSince: handling === 'waiting' ? (row.waitingSince ?? event.at) : null,
    lastAt: messages.length === 0 ? row.lastAt : event.at,
    assigneeId: assigneeId === undefined ? assigneeAfter(row, begins, claimedBy) : assigneeId,
    messages,
    answers: ofType(step.effects, 'collect').map(({ type: _, unit, ...answer }) => ({
      ...answer,
      unit: unit ?? null,
      at: event.at,
    })),
    schedule: ofType(step.effects, 'schedule').map(({ type: _, ...timer }) => timer),
    cancel: cancelled(step, fired),
    entry: {
      at: event.at,
      event,
      facts: encodeFacts(facts, step),
      refusals: step.refusals,
      ...(begins && step.session !== null && { began: true as const }),
    },
  }
  const news = hasWebhooks ? stepNews(row, record) : null
  return news === null ? record : { ...record, news }
}

function assigneeAfter(row: ConversationRow, begins: boolean, claimedBy: number | undefined): number | null {
  if (claimedBy !== undefined && (begins || !isHeld(row))) return claimedBy
  return begins ? null : row.assigneeId
}

/** The row as it is once the record is committed. */
export function rowAfter(row: ConversationRow, record: StepRecord): ConversationRow {
  const { head, handling, session, flowVersion, buyer, lanes, waitingSince, lastAt, assigneeId } = record
  return {
    ...row,
    revision: row.revision + 1,
    ...{ head, handling, session, flowVersion, buyer, lanes, waitingSince, lastAt, assigneeId },
  }
}

function messagesOf(
  effects: readonly Effect[],
  head: number,
  at: number,
  { clientId, agentId, assisted }: Circumstances,
) {
  return ofType(effects, 'message').map((message, index): StoredMessage => ({
    seq: head + index + 1,
    at,
    author: message.author,
    kind: message.kind,
    content: message.content,
    clientId: index === 0 ? (clientId ?? null) : null,
    replyTo: message.replyTo ?? null,
    source: message.source ?? null,
    agentId: message.author === 'agent' ? (agentId ?? null) : null,
    assisted: message.author === 'agent' ? (assisted ?? null) : null,
    needsAnswer: message.closes === true ? false : null,
    solved: null,
  }))
}

/** Timers the step cancels and the one that fired, each once. */
function cancelled({ effects }: Step, fired: Circumstances['fired']) {
  const timers = [
    ...ofType(effects, 'cancel').map(({ id, generation }) => ({ id, generation })),
    ...(fired === undefined ? [] : [fired]),
  ]
  return [...new Map(timers.map((timer) => [`${timer.id} ${String(timer.generation)}`, timer])).values()]
}

/** A session keeps the version it began with. One that never was published has no number. */
function pinnedVersion(row: ConversationRow, begins: boolean, program: Program): number | null {
  const version = begins ? program.flowVersion : row.flowVersion
  return version === 0 ? null : version
}

function ofType<Type extends Effect['type']>(effects: readonly Effect[], type: Type) {
  return effects.filter((effect): effect is Extract<Effect, { type: Type }> => effect.type === type)
}
