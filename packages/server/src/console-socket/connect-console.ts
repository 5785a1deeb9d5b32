import { CLOSE_CODES, type ConsoleDown, type ConsoleUp, type ErrorCode } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import type { Actor } from '../accounts/actor.ts'
import { redeemSocketTicket } from '../accounts/socket-ticket.ts'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { findKey } from '../inbox/find-conversation.ts'
import type { Presence } from '../reception/presence.ts'
import type { Reception } from '../reception/reception.ts'
import { refusalOf } from '../reception/refused.ts'
import type { Heartbeat } from '../web/heartbeat.ts'
import { createHelloDeadline } from '../web/hello-deadline.ts'
import { keepAlive } from '../web/keep-alive.ts'
import { createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { READER_BOUNDS } from '../web/watch-reader.ts'
import { createTokenBucket } from '../web/token-bucket.ts'
import type { Database } from '../store/database.ts'
import { parseConsoleFrame } from './parse-console-frame.ts'
import { type DraftWatch, watchDraft } from './watch-draft.ts'
import type { Attendant, Attending } from './attending.ts'
import { type Watch, watchConversation } from './watch-conversation.ts'

/** A console says little: who it is, what it watches, that somebody types. */
const FRAME_RATE = { burst: 30, everyMs: 200 }
/** A client that goes on after so many refusals is broken or hostile. */
const MAX_REFUSALS = 50

export interface ConnectParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
  readonly presence: Presence
  readonly heartbeat: Heartbeat
  readonly reception: Pick<Reception, 'typingByAgent'>
  /** Counts the refusals of all sockets. */
  readonly onRefused?: (code: ErrorCode) => void
}

/** What the consoles of this process have in common. */
export interface Shared {
  readonly attending: Attending
  /** Somebody was let in, and wants to know who else is there. */
  readonly onWelcome: (storeId: number) => void
  /** A conversation was opened, and whoever did wants to know who else has it open. */
  readonly onWatch: (storeId: number, conversationId: number) => void
}

/** One console's socket, as the others of its store see it. */
export interface ConsoleConnection {
  /** Who it is; null before the ticket was good. */
  readonly actor: () => Actor | null
  readonly watch: () => Watch | null
  readonly draft: () => DraftWatch | null
  readonly outgoing: Outgoing<ConsoleDown>
}

/**
 * Serves one console's socket from its first frame to its end: frames are answered one after the other, and whatever goes wrong in
 * here is answered on this socket and stays on it.
 */
export function connectConsole(parts: ConnectParts, shared: Shared, socket: WebSocket): ConsoleConnection {
  const outgoing = createOutgoing<ConsoleDown>(socket, READER_BOUNDS, undefined, parts.onRefused)
  const frames = createTokenBucket(FRAME_RATE)
  let refusalsLeft = MAX_REFUSALS
  let actor: Actor | null = null
  let watch: Watch | null = null
  let attendant: Attendant | null = null
  let draft: DraftWatch | null = null
  let leave: () => void = () => undefined
  let turn = Promise.resolve()

  const helloDeadline = createHelloDeadline(() => {
    outgoing.refuse('HELLO_EXPECTED', { final: true })
  })
  keepAlive(parts.heartbeat, socket, () => {
    if (actor !== null) outgoing.say([{ type: 'beat', head: watch?.head() ?? 0 }])
    // What a lost wake or a failed reading left out comes now.
    watch?.look()
    draft?.beat()
  })

  socket.on('message', (bytes: Buffer, isBinary: boolean) => {
    // What comes after we closed is from somebody who may no longer act.
    if (socket.readyState !== socket.OPEN) return
    const retryAfterMs = frames.take(performance.now())
    const parsed = parseConsoleFrame(bytes, isBinary)
    if (retryAfterMs > 0) outgoing.refuse('TOO_MANY', { retryAfterMs, final: --refusalsLeft < 0 })
    else if (parsed.ok) turn = turn.then(() => answer(parsed.frame))
    else if (--refusalsLeft < 0) outgoing.close(CLOSE_CODES.BAD_FRAME, { code: parsed.code })
    else outgoing.refuse(parsed.code)
  })
  socket.on('error', (error) => {
    parts.log.debug({ err: error }, 'a console’s socket broke the rules of WebSocket')
  })
  socket.on('close', () => {
    helloDeadline.end()
    stopWatching()
    draft?.stop()
    leave()
  })
  return { actor: () => actor, watch: () => watch, draft: () => draft, outgoing }

  async function answer(frame: ConsoleUp): Promise<void> {
    try {
      if (frame.type === 'hello' && actor === null) await greet(frame.ticket)
      else if (frame.type === 'hello' || actor === null) outgoing.refuse('OUT_OF_ORDER')
      else if (frame.type === 'watch') await follow(actor, frame)
      else if (frame.type === 'draft') followDraft(actor, frame)
      else if (watch !== null) await type(actor, watch)
    } catch (error) {
      parts.log.error({ err: error, frame: frame.type }, 'a console’s frame failed')
      const { refused, ...about } = refusalOf(error)
      outgoing.refuse(refused, { ...about, final: refused === 'NOT_READY' && frame.type === 'hello' })
      if (actor === null && socket.readyState === socket.OPEN) helloDeadline.begin()
    }
  }

  async function greet(ticket: string): Promise<void> {
    helloDeadline.end()
    const known = await redeemSocketTicket(parts, ticket)
    if (known === null) {
      outgoing.refuse('TICKET_UNKNOWN', { final: true })
    } else if (socket.readyState === socket.OPEN) {
      actor = known
      leave = parts.presence.arrive(known.storeId, known.accountId)
      outgoing.say([{ type: 'welcome' }])
      shared.onWelcome(known.storeId)
    }
  }

  function type({ storeId, name }: Actor, { publicId }: Watch): Promise<void> {
    attendant?.write()
    return parts.reception.typingByAgent(storeId, publicId, name)
  }

  function stopWatching(): void {
    watch?.stop()
    attendant?.leave()
    watch = null
    attendant = null
  }

  async function follow(
    { storeId, accountId }: Actor,
    { conversation, after }: Extract<ConsoleUp, { type: 'watch' }>,
  ): Promise<void> {
    // A console that asks again for what it missed has been there all the time.
    if (conversation !== watch?.publicId) stopWatching()
    else watch.stop()
    if (conversation === null) return
    const key = await findKey(parts, storeId, conversation)
    if (key === null) {
      stopWatching()
      outgoing.refuse('NOT_FOUND')
    } else if (socket.readyState === socket.OPEN) {
      watch = watchConversation({ ...parts, key, publicId: conversation, after, outgoing })
      watch.look()
      attendant ??= shared.attending.enter(key, accountId)
      shared.onWatch(storeId, key.id)
    }
  }

  function followDraft(by: Actor, frame: Extract<ConsoleUp, { type: 'draft' }>): void {
    if (!frame.watch) {
      draft?.stop()
      draft = null
    } else if (socket.readyState === socket.OPEN) {
      draft ??= watchDraft({ ...parts, actor: by, outgoing })
      draft.enter(frame.block ?? null)
    }
  }
}
