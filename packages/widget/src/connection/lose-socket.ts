import { CLOSE_CODES, FINAL_CLOSE_CODES } from '@shopbell/protocol'
import { backoffMs } from './backoff-ms.ts'
import { type TimerName, wake } from './connection-effect.ts'
import { type ConnectionState, newConversation } from './connection-state.ts'
import { inTurn, type Move, move } from './move.ts'
import { withRefusal } from './outbox.ts'

/** How long opening the socket and being greeted may take. */
const WELCOME_WITHIN_MS = 10_000

/** Timers of a socket that is gone. */
const OF_SOCKET: readonly TimerName[] = [
  'welcome',
  'silence',
  'answer',
  'resend',
  'settled',
  'typing',
  'read',
]

/** Opens a socket now; one that is still there is hung up. */
export function open(state: ConnectionState): Move {
  return move(
    { ...quiet(state), phase: 'opening' },
    { type: 'sleep', timers: ['reconnect', ...OF_SOCKET] },
    { type: 'open' },
    wake('welcome', WELCOME_WITHIN_MS),
  )
}

/** The socket is gone: waits a drawn time and tries again. What was on its way stays in the outbox and is repeated. */
export function retreat(state: ConnectionState): Move {
  const failures = state.failures + 1
  return move(
    { ...quiet(state), phase: 'waiting', failures, waitMs: 0 },
    { type: 'sleep', timers: OF_SOCKET },
    wake('reconnect', state.waitMs, backoffMs(failures)),
  )
}

/** Hangs up a socket that does not answer any more. */
export function hangUp(state: ConnectionState): Move {
  return inTurn(move(state, { type: 'hangUp' }), retreat)
}

/** The server does not know the buyer's token: forgets it once and says hello without it. The outbox is kept. */
export function forgetToken(state: ConnectionState): Move {
  const { token } = state
  if (token === null || state.forgotToken) return stop(state, 'TOKEN_UNKNOWN')
  return inTurn(
    move(
      { ...state, ...newConversation, forgotToken: true },
      { type: 'forgetToken', token },
      { type: 'keepReadTo', seq: 0 },
    ),
    open,
  )
}

/** The server closed the socket. Final codes stop; the others mean come back later. */
export function afterClose(state: ConnectionState, code: number, reason: string): Move {
  if (code === CLOSE_CODES.NOT_ALLOWED && reason.includes('TOKEN_UNKNOWN')) return forgetToken(state)
  if (FINAL_CLOSE_CODES.has(code)) return stop(state, reason)
  const waitMs = Math.max(state.waitMs, waitIn(reason))
  return retreat(code === CLOSE_CODES.TOO_BIG ? refuseTooBig({ ...state, waitMs }) : { ...state, waitMs })
}

function stop(state: ConnectionState, reason: string): Move {
  return move(
    { ...quiet(state), phase: 'stopped', stop: state.stop ?? { code: reason, message: '' } },
    { type: 'hangUp' },
    { type: 'sleep', timers: ['reconnect', ...OF_SOCKET] },
  )
}

/** Without this a frame that is too big would be repeated for ever. */
function refuseTooBig(state: ConnectionState): ConnectionState {
  if (!state.inFlight) return state
  const refusal = { code: 'TOO_BIG', message: '' }
  return { ...state, outbox: withRefusal(state.outbox, state.inFlight, refusal) }
}

function quiet(state: ConnectionState): ConnectionState {
  return { ...state, inFlight: null, resting: false, personTyping: false }
}

/** The milliseconds a close reason names (retryAfterMs, jitter), 0 when it names none. */
function waitIn(reason: string): number {
  return Number(/\d{1,6}/.exec(reason)?.[0] ?? 0)
}
