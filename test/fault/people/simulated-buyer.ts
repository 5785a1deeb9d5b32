import { connect, type Connection } from '../../../packages/widget/src/connection/connect.ts'
import { memoryStorage } from '../../../packages/widget/src/connection/lasting-storage.ts'
import type { KeyValueStorage } from '../../../packages/widget/src/connection/buyer-storage.ts'
import type { Chance } from '../chance.ts'
import { bodyOf } from '../history/body-of.ts'
import type { History } from '../history/history.ts'
import { FAULT_STORE } from '../stage/seed-shop.ts'
import { recordedSocket, type RecordedSocketOptions } from './recorded-socket.ts'

/** A buyer's tab: the widget's own connection, outbox and storage code, with a recorder at its socket. */
export interface SimulatedBuyer {
  readonly name: string
  readonly connection: Connection
  /** What the browser keeps: another tab, or this one after a reload, begins with it. */
  readonly storage: KeyValueStorage
  readonly write: (text?: string) => void
  /** True when all that was written is stored and shown, and the connection stands. */
  readonly isQuiet: () => boolean
  /** Writes down what it holds at the end. */
  readonly noteHeld: () => void
}

export interface SimulatedBuyerOptions extends Pick<RecordedSocketOptions, 'cutAfterSend' | 'headers'> {
  readonly name: string
  readonly port: number
  readonly history: History
  readonly chance: Chance
  readonly storage?: KeyValueStorage
  readonly store?: string
  /** How fast the widget's timers run; `REAL_TIME` is as in a browser. */
  readonly speed?: number
}

/** The widget waits seconds before it tries again; here a tenth of that. */
const TEN_TIMES = 10
export const REAL_TIME = 1

const QUESTIONS = ['MOQ?', 'Lead time?', 'Samples?'] as const

export function openSimulatedBuyer(options: SimulatedBuyerOptions): SimulatedBuyer {
  const { name, port, history, chance, storage = memoryStorage() } = options
  const { store = FAULT_STORE, speed = TEN_TIMES, cutAfterSend, headers } = options
  let written = 0
  const connection = connect({
    address: `ws://127.0.0.1:${String(port)}/v1/chat?store=${store}`,
    store,
    locale: 'en',
    storage,
    openSocket: recordedSocket({
      client: name,
      history,
      ...(cutAfterSend === undefined ? {} : { cutAfterSend }),
      ...(headers === undefined ? {} : { headers }),
    }),
    startTimer: (work, afterMs) => {
      const timer = setTimeout(work, afterMs / speed)
      return () => {
        clearTimeout(timer)
      }
    },
    chance: chance.draw,
    newLane: () => laneOf(chance),
  })

  return {
    name,
    connection,
    storage,
    write: (text) => {
      written += 1
      const asks = chance.happens(0.2)
      const words = text ?? (asks ? chance.pick(QUESTIONS) : `${name} writes ${String(written)}`)
      const { lane, numbered } = connection.state()
      // Before it is sent: an acknowledgement may not come before the intention.
      history.note({ f: 'write', client: name, id: `${lane}.${String(numbered + 1)}`, text: words })
      connection.send({ kind: 'text', text: words }, words)
    },
    isQuiet: () => {
      const { phase, outbox, log } = connection.state()
      return phase === 'ready' && outbox.length === 0 && log.ahead.size === 0
    },
    noteHeld: () => {
      const { welcome, log } = connection.state()
      if (welcome === null) return
      const bodies = log.messages.map(bodyOf)
      history.note({ f: 'held', client: name, conversation: welcome.conversation, bodies })
    },
  }
}

/** Unlike any other of the run, and the same again with the same seed. */
function laneOf(chance: Chance): string {
  return Array.from({ length: 4 }, () => chance.between(0, 0xffffff).toString(36).padStart(5, '0')).join('')
}
