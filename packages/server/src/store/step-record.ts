import type { AnswerValue, BuyerRecord, ReceptionEvent, Refusal, Session } from '@shopbell/engine'
import type { Handling } from '@shopbell/protocol'
import type { StoredMessage } from './messages.ts'
import type { AnswerKey } from './webhook-schema.ts'

/** An answer to a smart question, of the buyer's message `seq` (SQ-06). */
export interface StoredAnswer {
  readonly seq: number
  readonly variable: string
  readonly question: string
  readonly value: AnswerValue
  readonly shown: string
  readonly unit: string | null
  readonly at: number
}

/** A timer to arm; it replaces the armed one of the same id. `dueAt` is UTC milliseconds. */
export interface ScheduledTimer {
  readonly id: string
  readonly generation: number
  readonly kind: 'reminder' | 'timeout' | 'other'
  readonly block: string
  readonly dueAt: number
}

/** A timer to remove, if it is still of this generation: cancelled, or fired by this very step. */
export interface CancelledTimer {
  readonly id: string
  readonly generation: number
}

/** What a step has to tell the store's webhooks beside the seqs of its messages. */
export interface StepNews {
  readonly answers: readonly AnswerKey[]
  /** How handling changed; null: it did not. */
  readonly turn: { readonly from: Handling; readonly to: Handling; readonly assigneeId: number | null } | null
}

/** All that one step of one conversation writes. It is committed whole or not at all. */
export interface StepRecord {
  readonly storeId: number
  readonly conversationId: number
  /** The revision the step was computed from; the step is committed only while it still is the row's. It then grows by one. */
  readonly expectedRevision: number
  /** Last seq after the step. The messages are `head - messages.length + 1` … `head`. */
  readonly head: number
  readonly handling: Handling
  readonly session: Session | null
  readonly flowVersion: number | null
  readonly buyer: BuyerRecord
  readonly lanes: Readonly<Record<string, number>>
  readonly waitingSince: number | null
  readonly lastAt: number
  readonly assigneeId: number | null
  readonly messages: readonly StoredMessage[]
  readonly answers: readonly StoredAnswer[]
  readonly schedule: readonly ScheduledTimer[]
  readonly cancel: readonly CancelledTimer[]
  /** Left out: the store has no webhook, or there is nothing to tell. */
  readonly news?: StepNews
  /** The journal's row. `facts` is what `encodeFacts` gave. */
  readonly entry: {
    readonly at: number
    readonly event: ReceptionEvent
    readonly facts: unknown
    readonly refusals: readonly Refusal[]
    /** A session began with this step. */
    readonly began?: true
  }
}
