import type { ErrorCode, Hello, Up } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Reception } from '../reception/reception.ts'
import { isRefused, refusalOf } from '../reception/refused.ts'
import type { Heartbeat } from '../web/heartbeat.ts'
import { createHelloDeadline } from '../web/hello-deadline.ts'
import { keepAlive } from '../web/keep-alive.ts'
import { createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { READER_BOUNDS } from '../web/watch-reader.ts'
import type { BuyerGate } from './buyer-gate.ts'
import type { Arrival } from './open-door.ts'
import { parseFrame } from './parse-frame.ts'
import { receiveFrames } from './receive-frames.ts'
import { type Counter, idOf, serveBuyer } from './serve-buyer.ts'

export interface BuyerParts {
  readonly reception: Reception
  readonly gate: BuyerGate
  readonly heartbeat: Heartbeat
  readonly log: Logger
  /** Counts the refusals of all sockets. */
  readonly onRefused?: (code: ErrorCode) => void
}

/**
 * One buyer's socket, from its first frame to its end. Frames are taken in order; who is speaking is fixed by `hello` and never by a
 * later frame. Whatever goes wrong in here is answered on this socket and stays on it.
 */
export function connectBuyer(parts: BuyerParts, socket: WebSocket, arrival: Arrival): Outgoing {
  const { gate, heartbeat, log, reception } = parts
  const outgoing = createOutgoing(socket, READER_BOUNDS, arrival.connection, parts.onRefused)
  const refuseTooMany = receiveFrames(socket, gate.limits, {
    parse: parseFrame,
    answer,
    refuse: (code, about, which) => {
      outgoing.refuse(code, { ...idOf(which), ...about })
    },
    close: outgoing.close,
    onFailure: (error, frame) => {
      log.error({ err: error, frame: frame.type }, 'a buyer’s frame failed')
      const { refused, ...about } = refusalOf(error)
      // Without its hello a socket is of no use: the client comes again.
      outgoing.refuse(refused, {
        ...idOf(frame),
        ...about,
        final: (refused === 'NOT_READY' && frame.type === 'hello') || refused === 'STORE_UNKNOWN',
      })
      if (frame.type === 'hello' && !isOver) helloDeadline.begin()
    },
  })
  let visit: Counter['visit'] | null = null
  let isOver = false

  const helloDeadline = createHelloDeadline(() => {
    outgoing.refuse('HELLO_EXPECTED', { final: true })
  })
  keepAlive(heartbeat, socket, () => {
    if (visit !== null) outgoing.say([{ type: 'beat', head: visit.head() }])
  })
  socket.on('error', (error) => {
    log.debug({ err: error }, 'a buyer’s socket broke the rules of WebSocket')
  })
  socket.on('close', () => {
    isOver = true
    helloDeadline.end()
    visit?.leave()
  })
  return outgoing

  async function answer(frame: Up): Promise<void> {
    if (frame.type === 'hello') {
      if (visit === null) await greet(frame)
      else outgoing.refuse('OUT_OF_ORDER')
      return
    }
    if (visit === null) {
      outgoing.refuse('OUT_OF_ORDER', idOf(frame))
      return
    }
    const retryAfterMs = frame.type === 'send' ? gate.send(visit.key.id, arrival.address) : 0
    if (retryAfterMs > 0) refuseTooMany(retryAfterMs, frame)
    else await serveBuyer({ visit, reception, outgoing, log }, frame)
  }

  async function greet({ type: _, identity, ...greeting }: Hello): Promise<void> {
    if (identity !== undefined) {
      outgoing.refuse('NOT_OFFERED')
      return
    }
    helloDeadline.end()
    const retryAfterMs = greeting.token === undefined ? gate.begin(arrival.address) : 0
    if (retryAfterMs > 0) {
      outgoing.refuse('TOO_MANY', { retryAfterMs, final: true })
      return
    }
    const greeted = await reception.hello(arrival.storeId, greeting, outgoing)
    if (isRefused(greeted)) {
      outgoing.refuse(greeted.refused, { final: greeted.refused === 'TOKEN_UNKNOWN' })
      if (!isOver) helloDeadline.begin()
    } else if (isOver) greeted.leave()
    else {
      // Only what is needed later: there are thousands of these, and they last.
      const { welcome, follow, ...here } = greeted
      visit = here
      outgoing.say([welcome])
      void follow()
    }
  }
}
