import { CLOSE_CODES, type ErrorCode, type Hello, type Up } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Reception } from '../reception/reception.ts'
import { isRefused, refusalOf } from '../reception/refused.ts'
import type { Heartbeat } from '../web/heartbeat.ts'
import { createHelloDeadline } from '../web/hello-deadline.ts'
import { createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { createTokenBucket } from '../web/token-bucket.ts'
import { READER_BOUNDS } from '../web/watch-reader.ts'
import type { BuyerGate } from './buyer-gate.ts'
import { createFrameQueue } from './frame-queue.ts'
import type { Arrival } from './open-door.ts'
import { parseFrame } from './parse-frame.ts'
import { type Counter, idOf, serveBuyer } from './serve-buyer.ts'

export interface BuyerParts {
  readonly reception: Reception
  readonly gate: BuyerGate
  readonly heartbeat: Heartbeat
  readonly log: Logger
  /** Counts the refusals of all sockets. */
  readonly onRefused?: (code: ErrorCode) => void
}

/** Frames that may wait for their turn on one socket. */
const MAX_WAITING_FRAMES = 64
const BUSY_AFTER_MS = 1_000

/**
 * One buyer's socket, from its first frame to its end. Frames are taken in order; who is speaking is fixed by `hello` and never by a
 * later frame. Whatever goes wrong in here is answered on this socket and stays on it.
 *
 * ```
 * frame ─▶ tokens left?  TOO_MANY ─▶ parseFrame  NOT_UNDERSTOOD, BAD_TEXT, TOO_BIG ─▶ turn  BUSY ─▶ hello or serveBuyer
 * ```
 */
export function connectBuyer(parts: BuyerParts, socket: WebSocket, arrival: Arrival): Outgoing {
  const { gate, heartbeat, log, reception } = parts
  const outgoing = createOutgoing(socket, READER_BOUNDS, arrival.connection, parts.onRefused)
  const frames = createTokenBucket(gate.limits.framesPerSocket)
  const queue = createFrameQueue<Up>({
    maxWaiting: MAX_WAITING_FRAMES,
    answer,
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
  let refusalsLeft = gate.limits.refusalsPerSocket
  let heardAt = performance.now()
  let visit: Counter['visit'] | null = null
  let isOver = false

  const helloDeadline = createHelloDeadline(() => {
    outgoing.refuse('HELLO_EXPECTED', { final: true })
  })
  const unwatch = heartbeat.watch({
    heardAt: () => heardAt,
    beat: () => {
      if (visit !== null) outgoing.say([{ type: 'beat', head: visit.head() }])
      socket.ping()
    },
    cut: () => {
      socket.terminate()
    },
  })

  socket.on('pong', () => {
    heardAt = performance.now()
  })
  socket.on('message', (bytes: Buffer, isBinary: boolean) => {
    heardAt = performance.now()
    const retryAfterMs = frames.take(heardAt)
    if (retryAfterMs > 0) refuseTooMany(retryAfterMs)
    else read(bytes, isBinary)
  })
  socket.on('error', (error) => {
    log.debug({ err: error }, 'a buyer’s socket broke the rules of WebSocket')
  })
  socket.on('close', () => {
    isOver = true
    queue.clear()
    helloDeadline.end()
    unwatch()
    visit?.leave()
  })
  return outgoing

  function read(bytes: Buffer, isBinary: boolean): void {
    const parsed = parseFrame(bytes, isBinary)
    if (!parsed.ok) {
      outgoing.refuse(parsed.code, { ...parsed, final: parsed.code === 'TOO_BIG' })
      if (--refusalsLeft < 0) outgoing.close(CLOSE_CODES.BAD_FRAME, { code: parsed.code })
    } else if (!queue.add(parsed.frame)) {
      outgoing.refuse('BUSY', { ...idOf(parsed.frame), retryAfterMs: BUSY_AFTER_MS })
    }
  }

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

  /** A client that goes on in spite of being told to wait is sent away. */
  function refuseTooMany(retryAfterMs: number, frame?: Up): void {
    const about = frame === undefined ? {} : idOf(frame)
    outgoing.refuse('TOO_MANY', { ...about, retryAfterMs, final: --refusalsLeft < 0 })
  }
}
