import type { Range } from '@shopbell/protocol'
import { wake } from './connection-effect.ts'
import type { ConnectionState } from './connection-state.ts'
import { gapOf, lastSeq } from './message-log.ts'
import { inTurn, type Move, move } from './move.ts'
import { firstDue } from './outbox.ts'

/** A send without an answer for so long means that nothing gets through: connect again and repeat it. */
const ANSWER_WITHIN_MS = 10_000

/** Says everything that can be said now: what was looked at, the entering, what answers were worth, the wish for missing messages, the next message of the buyer. */
export function sayWhatIsDue(state: ConnectionState): Move {
  if (state.phase !== 'ready') return move(state)
  return inTurn(move(state), sayLooks, sayEnter, sayJudgements, askForMissing, sendNext)
}

/** Before the entering, so that what is recommended then follows it. */
function sayLooks(state: ConnectionState): Move {
  if (state.looks.length === 0) return move(state)
  return move({ ...state, looks: [] }, ...state.looks.map((frame) => ({ type: 'say', frame }) as const))
}

function sayEnter(state: ConnectionState): Move {
  if (!state.enter || state.enterSaid || state.resting) return move(state)
  return move({ ...state, enterSaid: true }, { type: 'say', frame: state.enter })
}

/** Until the server confirms them, on every socket once. */
function sayJudgements(state: ConnectionState): Move {
  if (state.judgingSaid || state.resting) return move(state)
  return move(
    { ...state, judgingSaid: true },
    ...state.judging.map((frame) => ({ type: 'say', frame }) as const),
  )
}

function askForMissing(state: ConnectionState): Move {
  const missing = missingIn(state)
  if (!missing || missing.from <= state.askedTo || !state.welcome) return move(state)
  const to = Math.min(missing.to, missing.from + state.welcome.limits.range - 1)
  const frame: Range = { type: 'range', from: missing.from, to }
  return move({ ...state, askedTo: to }, { type: 'say', frame })
}

function missingIn({ log, headSeen }: ConnectionState): { from: number; to: number } | null {
  const gap = gapOf(log)
  if (gap) return gap
  return headSeen > lastSeq(log) ? { from: lastSeq(log) + 1, to: headSeen } : null
}

/** Says how far the buyer has read, once for many messages. */
export function sayRead(state: ConnectionState): Move {
  if (state.phase !== 'ready') return move(state)
  const seq = Math.min(state.buyerReadTo, lastSeq(state.log))
  if (seq <= state.readSaidTo) return move(state)
  return move({ ...state, readSaidTo: seq }, { type: 'say', frame: { type: 'read', seq } })
}

function sendNext(state: ConnectionState): Move {
  const entry = state.inFlight || state.resting ? null : firstDue(state.outbox)
  if (!entry) return move(state)
  return move(
    { ...state, inFlight: entry.id },
    { type: 'say', frame: { type: 'send', id: entry.id, content: entry.content } },
    wake('answer', ANSWER_WITHIN_MS),
  )
}
