import type { BuyerRecord, MessageEffect, ScheduleEffect, Session } from '@shopbell/engine'
import { UNKNOWN_BUYER } from '@shopbell/engine'

/** A message that was decided and stored, and may not have reached the platform yet. */
export interface Unsent {
  readonly seq: number
  readonly content: MessageEffect['content']
}

/** All that is kept of one conversation, as JSON in Botkit's storage. */
export interface KeptConversation {
  readonly session: Session | null
  readonly buyer: BuyerRecord
  /** Number of the last message, the buyer's included. */
  readonly head: number
  /** Which flow the session runs; another one begins a new session. */
  readonly flow: string
  /** Activities that were taken already, newest last: platforms send again what they believe lost. */
  readonly seen: readonly string[]
  readonly unsent: readonly Unsent[]
  readonly timers: readonly ScheduleEffect[]
  /** The newest message with options, for buyers who answer with a number. */
  readonly numbered: { readonly seq: number; readonly options: readonly string[] } | null
  /** The newest smart question, to ask again where it is still open. */
  readonly question: Unsent | null
  /** Where to speak to the buyer when a timer fires. */
  readonly reference: unknown
}

/** As many activity ids as a platform's retries may lag behind. */
export const MOST_SEEN = 50

export function nothingKept(flow: string): KeptConversation {
  return {
    session: null,
    buyer: UNKNOWN_BUYER,
    head: 0,
    flow,
    seen: [],
    unsent: [],
    timers: [],
    numbered: null,
    question: null,
    reference: null,
  }
}
