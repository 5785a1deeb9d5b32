import type { Author, Handling, MessageContent, MessageKind } from '@shopbell/protocol'
import type { AnswerValue } from '../flow/variable.ts'
import type { BuyerRecord } from './buyer-record.ts'

/** What the shell has to do, in this order, in one transaction. Messages get consecutive seqs from `facts.head + 1`. */
export type Effect =
  MessageEffect | CollectEffect | HandlingEffect | ScheduleEffect | CancelEffect | RememberEffect

/** Store and show a message. The buyer's own message is the first one of its step. */
export interface MessageEffect {
  readonly type: 'message'
  readonly author: Author
  readonly kind: MessageKind
  readonly content: MessageContent
  readonly replyTo?: number
  /** Block or question that produced it, for the canvas and for statistics. */
  readonly source?: string
  /** The buyer only said thanks or goodbye: it needs no answer (STS-09). */
  readonly closes?: true
}

/** An answer to a smart question, as structured data (SQ-06). `shown` is in the session's locale; `seq` is the buyer's message. */
export interface CollectEffect {
  readonly type: 'collect'
  readonly variable: string
  readonly question: string
  readonly value: AnswerValue
  readonly shown: string
  readonly unit?: string
  readonly seq: number
}

/** Who speaks for the store changed, or which group or person (STA-02). `group` is the handoff block's label; `agent` the person who took over. */
export interface HandlingEffect {
  readonly type: 'handling'
  readonly from: Handling
  readonly to: Handling
  readonly group?: string
  readonly agent?: string
}

/** Remember to post `timer.fired {id, generation}` at `dueAt`; replaces an armed timer of the same id. */
export interface ScheduleEffect {
  readonly type: 'schedule'
  readonly id: string
  readonly generation: number
  readonly kind: 'reminder' | 'timeout' | 'other'
  readonly block: string
  readonly dueAt: number
}

/** The timer is no longer wanted. */
export interface CancelEffect {
  readonly type: 'cancel'
  readonly id: string
  readonly generation: number
}

/** Keep this of the buyer for the sessions to come. */
export interface RememberEffect {
  readonly type: 'remember'
  readonly record: BuyerRecord
}
