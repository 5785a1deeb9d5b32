import {
  BEAT_EVERY_MS,
  type Down,
  type Judged,
  type Message,
  type Opening,
  type Refused,
  type Welcome,
} from '@shopbell/protocol'
import { wake } from './connection-effect.ts'
import { type ConnectionState, nothingHeld } from './connection-state.ts'
import { forgetToken, open } from './lose-socket.ts'
import { lastSeq, withJudgement, withMessage } from './message-log.ts'
import { inTurn, type Move, move } from './move.ts'
import { withRefusal, without, withStored } from './outbox.ts'
import { sayWhatIsDue } from './say-what-is-due.ts'

/** One beat may be this late before the socket counts as dead. */
const SILENCE_MS = BEAT_EVERY_MS + 10_000
/** A connection that held so long is no longer a failed attempt. */
const SETTLED_AFTER_MS = 10_000
/** What is read meanwhile is said in one. */
export const READ_AFTER_MS = 700
const TYPING_SHOWN_MS = 5_000
const REST_MS = 1_000
const REST_SPREAD_MS = 500

/** Refusals that say nothing about the message: the same frame may be sent again. */
const PASSING: ReadonlySet<string> = new Set(['RETRY', 'BUSY', 'TOO_MANY', 'DRAINING', 'NOT_READY'])

/** Takes one frame of the server. `keptToken` is what storage holds now: the first of two new tabs decides the token. */
export function hearFrame(state: ConnectionState, frame: Down, keptToken: string | null): Move {
  return inTurn(move(state, wake('silence', SILENCE_MS)), (now) => heard(now, frame, keptToken), sayWhatIsDue)
}

function heard(state: ConnectionState, frame: Down, keptToken: string | null): Move {
  switch (frame.type) {
    case 'welcome':
      return greeted(state, frame, keptToken)
    case 'message':
      return received(state, frame)
    case 'stored':
      return acknowledged(state, frame.id, frame.seq)
    case 'refused':
      return refused(state, frame)
    case 'beat':
      return move({ ...state, headSeen: frame.head, askedTo: lastSeq(state.log) })
    case 'resync':
      return move({
        ...state,
        ...nothingHeld,
        welcome: state.welcome && { ...state.welcome, epoch: frame.epoch, head: frame.head },
      })
    case 'read':
      return frame.by === 'agent'
        ? move({ ...state, agentReadTo: Math.max(state.agentReadTo, frame.seq) })
        : readElsewhere(state, frame.seq)
    case 'presence':
      return move({ ...state, people: frame.people })
    case 'opening':
      return move(withOpening(state, frame))
    case 'menu':
      return move({ ...state, welcome: state.welcome && { ...state.welcome, menu: frame.menu } })
    case 'judged':
      return move(judged(state, frame))
    case 'typing':
      return move({ ...state, personTyping: true }, wake('typing', TYPING_SHOWN_MS))
  }
}

function greeted(state: ConnectionState, welcome: Welcome, keptToken: string | null): Move {
  if (keptToken !== null && keptToken !== welcome.token) {
    return open(state) // another tab was first; its conversation is the buyer's
  }
  const before = state.welcome
  const continues = before?.epoch === welcome.epoch && welcome.head >= lastSeq(state.log)
  const ready: ConnectionState = {
    ...state,
    ...(before && !continues ? nothingHeld : {}),
    phase: 'ready',
    welcome,
    token: welcome.token,
    forgotToken: false,
    stop: null,
    askedTo: 0,
    readSaidTo: 0,
    judgingSaid: false,
    people: 0,
    // Nothing came of the entering before the connection broke: say it again.
    enterSaid: state.enterSaid && welcome.head > 0,
  }
  return move(
    ready,
    { type: 'sleep', timers: ['welcome'] },
    { type: 'keepToken', token: welcome.token },
    wake('settled', SETTLED_AFTER_MS),
    wake('read', READ_AFTER_MS),
  )
}

function withOpening(state: ConnectionState, { type: _, ...opening }: Opening): ConnectionState {
  if (!state.welcome) return state
  const { open: _open, opensAt: _opensAt, ...kept } = state.welcome.reception
  return { ...state, welcome: { ...state.welcome, reception: { ...kept, ...opening } } }
}

function received(state: ConnectionState, message: Message): Move {
  const log = withMessage(state.log, message)
  const now = { ...state, log, personTyping: state.personTyping && message.author !== 'agent' }
  // The buyer's own message is its own acknowledgement, also when `stored` got lost.
  return message.id === undefined ? move(now) : arrived(now, message.id)
}

function arrived(state: ConnectionState, id: string): Move {
  const outbox = without(state.outbox, id)
  if (outbox === state.outbox) return move(state)
  return move(
    { ...state, outbox, inFlight: state.inFlight === id ? null : state.inFlight },
    { type: 'dropEntry', id },
    ...(state.inFlight === id ? [{ type: 'sleep', timers: ['answer'] } as const] : []),
  )
}

function acknowledged(state: ConnectionState, id: string, seq: number): Move {
  if (seq <= lastSeq(state.log) || state.log.ahead.has(seq)) return arrived(state, id)
  return move(
    {
      ...state,
      outbox: withStored(state.outbox, id, seq),
      inFlight: state.inFlight === id ? null : state.inFlight,
    },
    { type: 'dropEntry', id },
    ...(state.inFlight === id ? [{ type: 'sleep', timers: ['answer'] } as const] : []),
  )
}

function refused(state: ConnectionState, { id, code, message, retryAfterMs }: Refused): Move {
  if (state.phase !== 'ready') {
    if (code === 'TOKEN_UNKNOWN') return forgetToken(state)
    return move({ ...state, waitMs: retryAfterMs ?? 0, stop: { code, message } })
  }
  const passes = PASSING.has(code) || retryAfterMs !== undefined
  if (id === undefined) return passes ? sayAgain(state, retryAfterMs) : move({ ...state, judging: [] })
  if (id !== state.inFlight) return move(state)
  const now = { ...state, inFlight: null }
  if (passes) return rest(now, retryAfterMs)
  return move(
    { ...now, outbox: withRefusal(state.outbox, id, { code, message }) },
    { type: 'sleep', timers: ['answer'] },
  )
}

/** Of the frames without an id only an entering and a word on an answer matter; the others are repeated by themselves. */
function sayAgain(state: ConnectionState, retryAfterMs: number | undefined): Move {
  const isIn = !state.enterSaid || lastSeq(state.log) > 0
  if (isIn && state.judging.length === 0) return move(state)
  return rest({ ...state, enterSaid: isIn && state.enterSaid, judgingSaid: false }, retryAfterMs)
}

/** What another tab said, or the confirmation of what this one did; what was said since then stands. */
function judged(state: ConnectionState, { message, solved }: Judged): ConnectionState {
  const judging = state.judging.filter((one) => one.message !== message || one.solved !== solved)
  const isOlder = judging.some((one) => one.message === message)
  return { ...state, judging, log: isOlder ? state.log : withJudgement(state.log, { message, solved }) }
}

function rest(state: ConnectionState, retryAfterMs = REST_MS): Move {
  return move(
    { ...state, resting: true },
    { type: 'sleep', timers: ['answer'] },
    wake('resend', retryAfterMs, REST_SPREAD_MS),
  )
}

function readElsewhere(state: ConnectionState, seq: number): Move {
  if (seq <= state.buyerReadTo) return move(state)
  return move(
    { ...state, buyerReadTo: seq, readSaidTo: Math.max(seq, state.readSaidTo) },
    { type: 'keepReadTo', seq },
  )
}
