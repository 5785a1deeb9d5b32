import type { Handling } from '@shopbell/protocol'
import type { AnswerValue } from '../flow/variable.ts'
import type { Entrance } from './facts.ts'

/** A position of an XState machine as JSON: a state's name, or names by region. */
export type StateValue = string | { readonly [region: string]: StateValue }

/** The machine's context: all it remembers beside its state. */
export interface SessionContext {
  readonly answers: Readonly<Record<string, AnswerValue>>
  /** A handoff block was reached: its group. */
  readonly handedTo: string | null
}

/** What a session remembers for status replies. */
export interface SessionStatus {
  /** Agents whom a message of the buyer reached while the conversation was theirs (STS-05). */
  readonly reached: readonly string[]
  /** The closing reply was given (STS-07). */
  readonly closed?: true
}

/**
 * One run of the machine inside a conversation. Small (hundreds of bytes as JSON) and the same after a JSON round trip.
 * The shell keeps the flow version it began with beside it.
 */
export interface Session {
  readonly value: StateValue
  readonly context: SessionContext
  /** The open smart question: its block, and the seq of the message that asks. */
  readonly open: { readonly block: string; readonly seq: number } | null
  readonly handling: Handling
  /** The shop has spoken since the buyer's last message, closing phrases aside (STS-07). */
  readonly answered?: true
  /** What status replies have to know of this session; left out before any was possible. */
  readonly status?: SessionStatus
  /** Products for which the smart questions were begun (SQ-10). */
  readonly asked?: readonly string[]
  /** Cards that the list for cards came with (CRD-03). */
  readonly listed?: readonly string[]
  /** Fixed at the start: the buyer's first locale the flow has, else its default. */
  readonly locale: string
  readonly entrance: Entrance | null
  readonly startedAt: number
  /** Last message of either side; the session ends when the profile's gap has passed since. */
  readonly lastAt: number
  /** Armed timers: id to generation. Only the armed generation fires. */
  readonly timers: Readonly<Record<string, number>>
  /** Generation of the last timer ever armed in this session. */
  readonly generation: number
}
