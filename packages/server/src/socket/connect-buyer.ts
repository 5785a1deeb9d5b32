import { CLOSE_CODES, HELLO_WITHIN_MS, type Hello, type Up } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Reception } from '../reception/reception.ts'
import { isRefused } from '../reception/refused.ts'
import type { Visit } from '../reception/say-hello.ts'
import type { BuyerGate } from './buyer-gate.ts'
import type { Heartbeat } from '../web/heartbeat.ts'
import { createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { parseFrame } from './parse-frame.ts'
import { createTokenBucket } from '../web/token-bucket.ts'

export interface BuyerParts {
  readonly reception: Reception
  readonly gate: BuyerGate
  readonly heartbeat: Heartbeat
  readonly log: Logger
}

/** Where a socket comes from, as found out before its first frame. */
export interface Arrival {
  readonly storeId: number
  /** The key its address is limited by. */
  readonly address: string
}

/** Frames that may wait for their turn on one socket. */
const MAX_WAITING_FRAMES = 64

/**
 * One buyer's socket, from its first frame to its end. Frames are taken in order; who is speaking is fixed by `hello` and never by a
 * later frame. Whatever goes wrong in here is answered on this socket and stays on it.
 */
export function connectBuyer(parts: BuyerParts, socket: WebSocket, arrival: Arrival): Outgoing {
  const { gate, heartbeat, log } = parts
  const outgoing = createOutgoing(socket)
  const frames = createTokenBucket(gate.limits.framesPerSocket)
  const waiting: Up[] = []
  let refusalsLeft = gate.limits.refusalsPerSocket
  let heardAt = performance.now()
  let visit: Visit | null = null
  let isWorking = false
  let isOver = false

  const helloTimer = setTimeout(() => {
    outgoing.refuse('HELLO_EXPECTED', { final: true })
  }, HELLO_WITHIN_MS)
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
    if (retryAfterMs > 0) {
      outgoing.refuse('TOO_MANY', { retryAfterMs, final: --refusalsLeft < 0 })
      return
    }
    const parsed = parseFrame(bytes, isBinary)
    if (parsed.ok) take(parsed.frame)
    else {
      outgoing.refuse(parsed.code, { ...parsed, final: parsed.code === 'TOO_BIG' })
      if (--refusalsLeft < 0) outgoing.close(CLOSE_CODES.BAD_FRAME, { code: parsed.code })
    }
  })
  socket.on('error', (error) => {
    log.debug({ err: error }, 'a buyer’s socket broke the rules of WebSocket')
  })
  socket.on('close', () => {
    isOver = true
    waiting.length = 0
    clearTimeout(helloTimer)
    unwatch()
    visit?.leave()
  })
  return outgoing

  function take(frame: Up): void {
    if (waiting.length >= MAX_WAITING_FRAMES) outgoing.refuse('BUSY', { ...idOf(frame), retryAfterMs: 1_000 })
    else waiting.push(frame)
    if (!isWorking) void work()
  }

  async function work(): Promise<void> {
    isWorking = true
    for (let frame = waiting.shift(); frame !== undefined; frame = waiting.shift()) {
      await answer(frame).catch((error: unknown) => {
        log.error({ err: error, frame: frame.type }, 'a buyer’s frame failed')
        outgoing.refuse('INTERNAL', idOf(frame))
      })
    }
    isWorking = false
  }

  async function answer(frame: Up): Promise<void> {
    if (frame.type === 'hello') {
      if (visit === null) await greet(frame)
      else outgoing.refuse('OUT_OF_ORDER')
    } else if (visit === null) outgoing.refuse('OUT_OF_ORDER', idOf(frame))
    else await serve(visit, frame)
  }

  async function greet(hello: Hello): Promise<void> {
    if (hello.identity !== undefined) {
      outgoing.refuse('NOT_OFFERED')
      return
    }
    const retryAfterMs = hello.token === undefined ? gate.begin(arrival.address) : 0
    if (retryAfterMs > 0) {
      outgoing.refuse('TOO_MANY', { retryAfterMs, final: true })
      return
    }
    const { type: _, identity: __, ...greeting } = hello
    const greeted = await parts.reception.hello(arrival.storeId, greeting, outgoing)
    if (isRefused(greeted)) {
      outgoing.refuse(greeted.refused, { final: greeted.refused === 'TOKEN_UNKNOWN' })
    } else if (isOver) greeted.leave()
    else {
      clearTimeout(helloTimer)
      visit = greeted
      outgoing.say([greeted.welcome])
      greeted.follow()
    }
  }

  /** Steps are not waited for: the conversation's mailbox keeps them in order, and the next frame may be a question of another kind. */
  async function serve({ key }: Visit, frame: Exclude<Up, Hello>): Promise<void> {
    const { reception } = parts
    switch (frame.type) {
      case 'send': {
        const retryAfterMs = gate.send(key.id, arrival.address)
        if (retryAfterMs > 0) {
          outgoing.refuse('TOO_MANY', { id: frame.id, retryAfterMs, final: --refusalsLeft < 0 })
        } else afterStep(frame, reception.receive(key, frame))
        return
      }
      case 'enter': {
        const { entry, ref } = frame
        afterStep(frame, reception.enter(key, { entry, ...(ref === undefined ? {} : { ref }) }))
        return
      }
      case 'range':
        outgoing.say(await reception.range(key, frame.from, frame.to))
        await outgoing.drained()
        return
      case 'read':
        await reception.readByBuyer(key, frame.seq)
        return
      case 'typing':
        reception.typingByBuyer(key)
    }
  }

  function afterStep(frame: Up, step: ReturnType<Reception['receive'] | Reception['enter']>): void {
    step.then(
      (outcome) => {
        if (isRefused(outcome)) outgoing.refuse(outcome.refused, { ...idOf(frame), ...outcome })
        else if (frame.type === 'send' && 'stored' in outcome) {
          outgoing.say([{ type: 'stored', id: frame.id, seq: outcome.stored }])
        }
      },
      (error: unknown) => {
        log.error({ err: error, frame: frame.type }, 'a buyer’s step failed')
        outgoing.refuse('INTERNAL', idOf(frame))
      },
    )
  }
}

function idOf(frame: Up): { readonly id?: string } {
  return frame.type === 'send' ? { id: frame.id } : {}
}
