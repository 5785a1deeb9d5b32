import type { BuyerRecord, MessageEffect, ScheduleEffect, Session } from '@shopbell/engine'
import { UNKNOWN_BUYER } from '@shopbell/engine'
import type { InHand } from './in-hand.ts'
import type { Offered } from './offered.ts'

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
  /** The group of a person who is waited for, while `onHandoff` has not been told; null: nothing is left to tell. */
  readonly handoff: string | null
  /** Which process says and tells what was decided; null: nothing is left to do. */
  readonly inHand: InHand | null
  readonly timers: readonly ScheduleEffect[]
  /** Messages with options, newest last, for buyers whose taps come as words or as numbers. */
  readonly offered: readonly Offered[]
  /** The newest smart question, to ask again where it is still open. */
  readonly question: Unsent | null
  /** Where to speak to the buyer when a timer fires. */
  readonly reference: unknown
  /** The person it is given to, as the bot names them; absent: nobody, or it was kept before this was. */
  readonly agent?: string
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
    handoff: null,
    inHand: null,
    timers: [],
    offered: [],
    question: null,
    reference: null,
  }
}

const KEYS = Object.keys(nothingKept(''))

/** Whether what a storage gave is a conversation as this version keeps it; another is as if nothing were there. */
export function isKept(value: unknown): value is KeptConversation {
  return typeof value === 'object' && value !== null && KEYS.every((key) => key in value)
}
