import type { BotkitDown, BotkitUp, Down, ErrorCode } from '@shopbell/protocol'
import type { Logger } from 'pino'
import { WebSocket } from 'ws'
import type { Listener } from '../reception/listener.ts'
import type { Reception } from '../reception/reception.ts'
import { isRefused, refusalOf } from '../reception/refused.ts'
import type { Visit } from '../reception/say-hello.ts'
import type { Arrival } from '../socket/open-door.ts'
import { receiveFrames } from '../socket/receive-frames.ts'
import type { Heartbeat } from '../web/heartbeat.ts'
import { createHelloDeadline } from '../web/hello-deadline.ts'
import { keepAlive } from '../web/keep-alive.ts'
import { type About, createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { READER_BOUNDS } from '../web/watch-reader.ts'
import { notTaken } from './not-taken.ts'
import { type BotkitBrowser, meetBuyer } from './meet-buyer.ts'
import { parseBotkitFrame, type UnreadBotkitFrame } from './parse-botkit-frame.ts'
import { asSaid, shownInBotkit } from './shown-in-botkit.ts'
import { takeFrame, type TakingParts } from './take-frame.ts'

export interface BotkitParts extends TakingParts {
  readonly reception: Reception
  readonly heartbeat: Heartbeat
  readonly log: Logger
  /** Counts the refusals of all sockets. */
  readonly onRefused?: (code: ErrorCode) => void
}

const WENT_AWAY = 1_000

/**
 * One socket of a Botkit client. Its first frame fixes which buyer speaks, for as long as it is open; frames are taken one after the
 * other. What was shown is noted as read once the client's answer to a ping behind it says that it has arrived.
 */
export function connectBotkit(
  parts: BotkitParts,
  socket: WebSocket,
  { storeId, address, connection, secret, locale }: Arrival & BotkitBrowser,
): Outgoing<BotkitDown> {
  const { gate, heartbeat, log, reception } = parts
  const outgoing = createOutgoing<BotkitDown>(socket, READER_BOUNDS, connection, parts.onRefused)
  receiveFrames(socket, gate.limits, {
    parse: parseBotkitFrame,
    answer,
    refuse,
    close: outgoing.close,
    onFailure: (error, frame) => {
      log.error({ err: error, frame: frame.type }, 'a Botkit client’s frame failed')
      const { refused, ...about } = refusalOf(error)
      refuse(refused, { ...about, final: refused === 'STORE_UNKNOWN' }, frame)
    },
  })
  const listener: Listener = { say: show, refuse: outgoing.refuse, drained: outgoing.drained }
  let guid: string | null = null
  let visit: Visit | null = null
  let isOver = false

  const helloDeadline = createHelloDeadline(() => {
    outgoing.refuse('HELLO_EXPECTED', { final: true })
  })
  keepAlive(heartbeat, socket, () => void visit?.follow())

  socket.on('pong', (shown: Buffer) => {
    noteRead(Number(shown.toString('utf8')))
  })
  socket.on('error', (error) => {
    log.debug({ err: error }, 'a Botkit client’s socket broke the rules of WebSocket')
  })
  socket.on('close', () => {
    isOver = true
    helloDeadline.end()
    visit?.leave()
  })
  return outgoing

  async function answer(frame: BotkitUp): Promise<void> {
    if (guid !== null && frame.user !== guid) {
      // Botkit's client comes back by itself, and then as the user it was told to be.
      if (frame.type === 'identify') outgoing.close(WENT_AWAY)
      else refuse('WRONG_CONVERSATION', {}, frame)
      return
    }
    const before = visit?.head()
    const here = visit ?? (await greet(frame))
    if (here === null) return
    const buyer = { key: here.key, address, shown: before ?? here.after }
    const taken = await takeFrame(parts, buyer, frame)
    // The buyer was erased meanwhile: whoever comes again is somebody new.
    if (isRefused(taken) && taken.refused === 'NOT_FOUND') outgoing.refuse('TOKEN_UNKNOWN', { final: true })
    else if (isRefused(taken)) refuse(taken.refused, taken, frame)
    else if ('again' in taken) {
      const asked = asSaid(taken.again)
      if (asked !== null) outgoing.say([asked])
    }
  }

  /** Finds out who speaks, and says what they have missed. */
  async function greet(frame: BotkitUp): Promise<Visit | null> {
    helloDeadline.end()
    const met = await meetBuyer(parts, { storeId, address, secret, locale }, frame.user, listener)
    if (isRefused(met)) {
      refuse(met.refused, { ...met, final: met.refused === 'TOO_MANY' }, frame)
      if (!isOver) helloDeadline.begin()
      return null
    }
    if (isOver) {
      met.leave()
      return null
    }
    guid = frame.user
    visit = met
    await met.follow()
    return met
  }

  function show(said: readonly Down[]): void {
    const shown = said.map(shownInBotkit).filter((frame) => frame !== null)
    if (shown.length > 0) outgoing.say(shown)
    const last = said.findLast((frame) => frame.type === 'message')
    if (last === undefined) return
    void outgoing.drained().then(() => {
      if (socket.readyState === WebSocket.OPEN) socket.ping(String(last.seq))
    })
  }

  function noteRead(seq: number): void {
    if (visit === null || !Number.isSafeInteger(seq) || seq <= 0) return
    reception.readByBuyer(visit.key, seq).catch((error: unknown) => {
      log.warn({ err: error }, 'what a Botkit client showed could not be noted')
    })
  }

  /** Botkit's client shows a buyer's words before they are taken, so the buyer hears it when they were not. */
  function refuse(code: ErrorCode, about: About, which?: BotkitUp | UnreadBotkitFrame): void {
    if (which !== undefined && isMessage(which))
      outgoing.say([{ type: 'message', text: notTaken(code, locale) }])
    outgoing.refuse(code, about)
  }
}

function isMessage(which: BotkitUp | UnreadBotkitFrame): boolean {
  return 'ok' in which ? which.isMessage : which.type === 'message'
}
