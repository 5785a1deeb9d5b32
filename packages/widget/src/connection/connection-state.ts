import type { Enter, Judge, Look, Welcome } from '@shopbell/protocol'
import { emptyLog, type MessageLog } from './message-log.ts'
import type { Outbox, Refusal } from './outbox.ts'

/**
 * `asleep`: nobody asked for a connection yet · `waiting`: for the next attempt · `opening`: the socket opens ·
 * `greeting`: hello said, no welcome yet · `ready` · `stopped`: for good, `stop` says why.
 */
export type Phase = 'asleep' | 'waiting' | 'opening' | 'greeting' | 'ready' | 'stopped'

export interface ConnectionState {
  readonly phase: Phase
  /** Failed attempts in a row; 0 again once a connection has held for a while. */
  readonly failures: number
  /** Least wait the server asked for before the next attempt. */
  readonly waitMs: number
  readonly locale: string
  /** The zone of the device's clock; null where the browser does not say. */
  readonly timeZone: string | null
  /** Own lane and how many entries it has numbered. */
  readonly lane: string
  readonly numbered: number
  /** The token the log belongs to, and whether one was forgotten since the last welcome (it happens at most once). */
  readonly token: string | null
  readonly forgotToken: boolean
  readonly welcome: Welcome | null
  readonly log: MessageLog
  /** A head the server named that lies beyond the log. */
  readonly headSeen: number
  /** Up to which seq a range was asked for on this socket. */
  readonly askedTo: number
  readonly outbox: Outbox
  readonly inFlight: string | null
  /** The server refused for the moment; nothing is sent until the timer `resend`. */
  readonly resting: boolean
  /** Set while the panel is visible. */
  readonly enter: Enter | null
  readonly enterSaid: boolean
  /** What the buyer looked at and was not said yet; it waits for a connection and wants none by itself. */
  readonly looks: readonly Look[]
  /** What the buyer said of answers and the server has not confirmed, and whether it was said on this socket. */
  readonly judging: readonly Judge[]
  readonly judgingSaid: boolean
  readonly buyerReadTo: number
  readonly readSaidTo: number
  readonly agentReadTo: number
  readonly people: number
  readonly personTyping: boolean
  readonly stop: Refusal | null
}

/** The log is to come again from seq 1 (the store was restored from a backup). */
export const nothingHeld = { log: emptyLog, headSeen: 0, askedTo: 0, readSaidTo: 0, agentReadTo: 0 } as const

/** Another conversation: nothing known of the one before holds. */
export const newConversation = { ...nothingHeld, token: null, welcome: null, buyerReadTo: 0 } as const

export function initialState(lane: string, locale: string, timeZone: string | null = null): ConnectionState {
  return {
    phase: 'asleep',
    failures: 0,
    waitMs: 0,
    locale,
    timeZone,
    lane,
    numbered: 0,
    ...newConversation,
    forgotToken: false,
    outbox: [],
    inFlight: null,
    resting: false,
    enter: null,
    enterSaid: false,
    looks: [],
    judging: [],
    judgingSaid: false,
    people: 0,
    personTyping: false,
    stop: null,
  }
}
