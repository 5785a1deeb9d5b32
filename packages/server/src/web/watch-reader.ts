import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'

/** The connection under a socket, which can hold back several frames to send them together. */
export type Connection = Pick<Duplex, 'cork' | 'uncork'>

/** How far the other end of a socket may fall behind before it is cut off (4408). */
export interface ReaderBounds {
  /** Unread in our memory; what the operating system holds comes on top. */
  readonly bytes: number
  readonly messages: number
  /** Without taking anything. */
  readonly stalledMs: number
  /** A long resume waits at this much until the reader has caught up. */
  readonly pauseAtBytes: number
}

export const READER_BOUNDS: ReaderBounds = {
  bytes: 1_048_576,
  messages: 256,
  stalledMs: 10_000,
  pauseAtBytes: 262_144,
}

/** Frames that leave in one system call, when nothing is before them: a step's, not a resume's. */
const TOGETHER = 16

/** How often a reader is looked at that has fallen behind. */
const LOOK_EVERY_MS = 20

export interface Reader {
  /** Frames that belong together, such as a page of a long resume. */
  readonly send: (texts: readonly string[]) => void
  /** Resolves once little of what was sent is left in our memory, or the socket is no longer open. */
  readonly drained: () => Promise<void>
}

/**
 * Sends, and cuts off a reader that is slower than its messages, so that our memory stays flat. A reader that keeps up costs
 * nothing: what it is sent goes to the operating system at once, and only what cannot is counted and timed.
 */
export function watchReader(
  socket: WebSocket,
  bounds: ReaderBounds,
  cut: () => void,
  connection?: Connection,
): Reader {
  let unread = 0
  let taken = 0
  let stalled: NodeJS.Timeout | undefined

  const take = () => {
    unread -= 1
    taken += 1
  }

  function send(texts: readonly string[]): void {
    // Counted before: one long answer is not a reason, but not having read the ones before it is.
    if (unread > bounds.messages) return cut()
    if (socket.bufferedAmount === 0 && texts.length <= TOGETHER) sendTogether(texts)
    else sendCounted(texts)
    const bytes = socket.bufferedAmount
    if (bytes > bounds.bytes) cut()
    else if (bytes > 0) watchStalling()
  }

  function sendTogether(texts: readonly string[]): void {
    connection?.cork()
    for (const text of texts) socket.send(text)
    connection?.uncork()
  }

  function sendCounted(texts: readonly string[]): void {
    for (const text of texts) {
      if (socket.readyState !== WebSocket.OPEN) return
      if (socket.bufferedAmount === 0) socket.send(text)
      else {
        unread += 1
        socket.send(text, take)
      }
    }
  }

  function watchStalling(): void {
    if (stalled !== undefined) return
    const before = { taken, bytes: socket.bufferedAmount }
    stalled = setTimeout(() => {
      stalled = undefined
      const bytes = socket.bufferedAmount
      if (bytes === 0 || socket.readyState !== WebSocket.OPEN) return
      if (taken === before.taken && bytes >= before.bytes) cut()
      else watchStalling()
    }, bounds.stalledMs)
    stalled.unref()
  }

  return {
    send,
    drained: async () => {
      const isBehind = () =>
        socket.bufferedAmount > bounds.pauseAtBytes || unread > Math.floor(bounds.messages / 4)
      while (socket.readyState === WebSocket.OPEN && isBehind()) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
      }
    },
  }
}
