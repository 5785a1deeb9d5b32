import type { Judge } from '@shopbell/protocol'
import type { ConnectionEvent } from './connection-event.ts'
import { type ConnectionState, newConversation } from './connection-state.ts'
import { type TimerName, wake } from './connection-effect.ts'
import { hearFrame, READ_AFTER_MS } from './hear-frame.ts'
import { afterClose, hangUp, open } from './lose-socket.ts'
import { lastSeq, withJudgement } from './message-log.ts'
import { inTurn, type Move, move } from './move.ts'
import { nextOrder, type OutboxEntry, outboxOf, without, withRefusal } from './outbox.ts'
import { sayRead, sayWhatIsDue } from './say-what-is-due.ts'

/** Looks that wait; the oldest says least about what the buyer likes. */
const MAX_LOOKS = 10

/**
 * The buyer's end of the connection as one pure function: takes what happened, returns the state after it and what the shell
 * has to do. Holds the promises of the protocol: a message of the buyer is sent until it is stored, once, in the order of
 * writing; the log has every seq once and in order. Reads no clock, network, storage or chance.
 */
export function advance(state: ConnectionState, event: ConnectionEvent): Move {
  switch (event.type) {
    case 'began':
      return move({
        ...state,
        outbox: outboxOf(event.kept),
        token: event.token,
        buyerReadTo: event.token === null ? 0 : event.readTo,
      })
    case 'wanted':
      return state.phase === 'asleep' ? open(state) : move(state)
    case 'opened':
      return sayHello(state, event.keptToken)
    case 'framed':
      return hearFrame(state, event.frame, event.keptToken)
    case 'closed':
      return afterClose(state, event.code, event.reason)
    case 'woke':
      return afterTimer(state, event.timer)
    case 'networkReturned':
      return openAfresh(state)
    case 'tokenChanged':
      return afterOtherTab(state, event.keptToken)
    case 'entered':
      return inTurn(move({ ...state, enter: event.enter, enterSaid: false }), wakeUp, sayWhatIsDue)
    case 'looked':
      return sayWhatIsDue({ ...state, looks: [...state.looks, event.look].slice(-MAX_LOOKS) })
    case 'left':
      return move({ ...state, enter: null })
    case 'sent':
      return inTurn(write(state, event), wakeUp, sayWhatIsDue)
    case 'judged':
      return sayWhatIsDue(judge(state, event.judge))
    case 'retried':
      return sayWhatIsDue({ ...state, outbox: withRefusal(state.outbox, event.id, null) })
    case 'discarded':
      return discard(state, event.id)
    case 'seen':
      return see(state, event.seq)
    case 'typed':
      return state.phase === 'ready' ? move(state, { type: 'say', frame: { type: 'typing' } }) : move(state)
  }
}

function wakeUp(state: ConnectionState): Move {
  return state.phase === 'asleep' ? open(state) : move(state)
}

function sayHello(state: ConnectionState, keptToken: string | null): Move {
  const same = keptToken === state.token
  const known = same ? state : { ...state, ...newConversation, token: keptToken }
  const epoch = known.welcome?.epoch
  return move({ ...known, phase: 'greeting' }, ...(same ? [] : [{ type: 'keepReadTo', seq: 0 } as const]), {
    type: 'say',
    frame: {
      type: 'hello',
      ...(keptToken === null ? {} : { token: keptToken }),
      after: lastSeq(known.log),
      locale: known.locale,
      ...(known.timeZone === null ? {} : { timeZone: known.timeZone }),
      ...(epoch === undefined ? {} : { epoch }),
    },
  })
}

function afterTimer(state: ConnectionState, timer: TimerName): Move {
  switch (timer) {
    case 'reconnect':
      return state.phase === 'waiting' ? open(state) : move(state)
    case 'welcome':
    case 'silence':
    case 'answer':
      return hangUp(state)
    case 'resend':
      return sayWhatIsDue({ ...state, resting: false })
    case 'settled':
      return move({ ...state, failures: 0 })
    case 'typing':
      return move({ ...state, personTyping: false })
    case 'read':
      return sayRead(state)
  }
}

/** Sockets of the network before are dead even where nothing says so yet, and resuming is cheap. */
function openAfresh(state: ConnectionState): Move {
  return state.phase === 'asleep' || state.phase === 'stopped' ? move(state) : open(state)
}

function afterOtherTab(state: ConnectionState, keptToken: string | null): Move {
  const follows = keptToken !== null && keptToken !== state.token
  return follows ? openAfresh(state) : move(state)
}

function write(state: ConnectionState, sent: Extract<ConnectionEvent, { type: 'sent' }>): Move {
  const numbered = state.numbered + 1
  const kept = {
    id: `${state.lane}.${String(numbered)}`,
    order: nextOrder(state.outbox),
    content: sent.content,
    shown: sent.shown,
    at: sent.at,
  }
  const entry: OutboxEntry = { ...kept, refusal: null, storedAs: null }
  return move({ ...state, numbered, outbox: [...state.outbox, entry] }, { type: 'keepEntry', entry: kept })
}

/** Shown at once; of two words on one answer the last is said. */
function judge(state: ConnectionState, said: Judge): ConnectionState {
  const others = state.judging.filter(({ message }) => message !== said.message)
  return { ...state, log: withJudgement(state.log, said), judging: [...others, said], judgingSaid: false }
}

/** Only what was refused can be discarded: anything else may be stored already. */
function discard(state: ConnectionState, id: string): Move {
  const entry = state.outbox.find((one) => one.id === id)
  if (!entry?.refusal) return move(state)
  return move({ ...state, outbox: without(state.outbox, id) }, { type: 'dropEntry', id })
}

function see(state: ConnectionState, seq: number): Move {
  if (seq <= state.buyerReadTo) return move(state)
  return move({ ...state, buyerReadTo: seq }, { type: 'keepReadTo', seq }, wake('read', READ_AFTER_MS))
}
