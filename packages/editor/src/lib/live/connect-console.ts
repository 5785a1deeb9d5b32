import { BEAT_EVERY_MS, CLOSE_CODES, type ConsoleDown, type ConsoleUp } from '@shopbell/protocol'
import { backoff } from './backoff.ts'
import { readFrame } from './read-frame.ts'
import { arrival, type Watched } from './watched.ts'

/** `connecting` until the first welcome, `off` between attempts, `refused` for good, `ended` when the session is over. */
export type LineState = 'connecting' | 'live' | 'off' | 'refused' | 'ended'

/** A ticket, or why there is none: `ended` is not signed in any more, `away` is worth another try. */
export type TicketAnswer = { readonly ticket: string } | 'ended' | 'away'

/** What the console does with what is new in the conversation it watches, everybody's rows, the team, and the draft. */
export type HeardFrame = Extract<
  ConsoleDown,
  {
    type:
      | 'conversation'
      | 'gone'
      | 'message'
      | 'answers'
      | 'judged'
      | 'typing'
      | 'read'
      | 'others'
      | 'team'
      | 'draft'
      | 'editors'
  }
>

export interface ConsoleLine {
  /** Follows one conversation from the seq after `after`; survives every reconnect. */
  readonly watch: (conversation: string, after: number) => void
  readonly unwatch: () => void
  /** Follows the draft, and tells the other editors the block we are in; null ends it. Survives every reconnect. */
  readonly watchDraft: (at: { readonly block: string | null } | null) => void
  /** Tells the buyer that somebody writes; nothing where the line is down. */
  readonly typing: () => void
  readonly close: () => void
}

interface ConsoleLineParts {
  /** Address of `/v1/console`, ws or wss. */
  readonly address: string
  readonly fetchTicket: () => Promise<TicketAnswer>
  /** Messages come in seq order, each once, none left out. */
  readonly onFrame: (frame: HeardFrame) => void
  readonly onState: (state: LineState) => void
}

/** Two beats missed and some: the line is dead, though nobody closed it. */
const SILENCE_MS = 2 * BEAT_EVERY_MS + 5_000

/** Keeps a console connected: a fresh ticket for every attempt, back-off with jitter, and what is watched taken up where it stood. */
export function connectConsole({ address, fetchTicket, onFrame, onState }: ConsoleLineParts): ConsoleLine {
  let socket: WebSocket | null = null
  let watched: Watched | null = null
  let draftAt: { readonly block: string | null } | null = null
  let welcomed = false
  let asking = false
  let attempt = 0
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  const say = (frame: ConsoleUp): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }

  const follow = (): void => {
    if (!welcomed) return
    asking = true
    say({ type: 'watch', conversation: watched?.conversation ?? null, after: watched?.after ?? 0 })
  }

  const followDraft = (): void => {
    if (!welcomed) return
    const block = draftAt?.block ?? null
    say({ type: 'draft', watch: draftAt !== null, ...(block !== null && { block }) })
  }

  const end = (state: 'refused' | 'ended'): void => {
    over = true
    onState(state)
  }

  const retry = (): void => {
    if (over) return
    onState('off')
    attempt += 1
    timer = setTimeout(() => void open(), backoff(attempt, Math.random()))
  }

  const open = async (): Promise<void> => {
    const answer = await fetchTicket()
    if (over) return
    if (answer === 'ended') return end('ended')
    if (answer === 'away') return retry()
    const opened = new WebSocket(address)
    socket = opened
    opened.onopen = () => say({ type: 'hello', ticket: answer.ticket })
    opened.onmessage = ({ data }) => hear(readFrame(data))
    opened.onclose = ({ code }) => {
      if (socket !== opened) return
      drop()
      if (code === CLOSE_CODES.FORBIDDEN || code === CLOSE_CODES.BAD_FRAME) end('refused')
      else retry() // after 4401 the next ticket tells whether the session is over
    }
    listenForSilence()
  }

  const drop = (): void => {
    clearTimeout(silence)
    socket = null
    welcomed = false
    asking = false
  }

  const listenForSilence = (): void => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      const dead = socket
      drop()
      dead?.close()
      retry()
    }, SILENCE_MS)
  }

  const hear = (frame: ConsoleDown | null): void => {
    listenForSilence()
    switch (frame?.type) {
      case 'welcome':
        attempt = 0
        welcomed = true
        onState('live')
        if (draftAt) followDraft()
        return watched ? follow() : undefined
      case 'message':
        return hearMessage(frame)
      case 'answers':
      case 'judged':
      case 'typing':
      case 'read':
      case 'others':
        return frame.conversation === watched?.conversation ? onFrame(frame) : undefined
      case 'conversation':
      case 'gone':
      case 'team':
      case 'draft':
      case 'editors':
        return onFrame(frame)
      case 'beat':
        asking = false
        return watched && frame.head > watched.after ? follow() : undefined
      case 'refused':
      case undefined:
        return // a refused watch has nothing to show; the page's own request says why
    }
  }

  const hearMessage = (frame: Extract<ConsoleDown, { type: 'message' }>): void => {
    if (!watched || frame.conversation !== watched.conversation) return
    const came = arrival(watched, frame.message)
    if (came === 'gap' && !asking) follow()
    if (came !== 'next') return
    asking = false
    watched = { conversation: watched.conversation, after: frame.message.seq }
    onFrame(frame)
  }

  onState('connecting')
  void open()
  return {
    watch: (conversation, after) => {
      watched = { conversation, after }
      follow()
    },
    unwatch: () => {
      watched = null
      follow()
    },
    watchDraft: (at) => {
      draftAt = at
      followDraft()
    },
    typing: () => {
      if (welcomed && watched) say({ type: 'typing' })
    },
    close: () => {
      over = true
      clearTimeout(timer)
      const open = socket
      drop()
      open?.close()
    },
  }
}
