import { BUYER_SUBPROTOCOL } from '@shopbell/protocol'

/** The close code of a connection that never came about (RFC 6455, 7.1.5). */
const NEVER_OPENED = 1006

/** What a socket tells. After `hangUp` it tells nothing more. */
export interface SocketEars {
  readonly opened: () => void
  readonly heard: (text: unknown) => void
  readonly closed: (code: number, reason: string) => void
}

export interface ChatSocket {
  say(text: string): void
  hangUp(): void
}

export type OpenSocket = (address: string, ears: SocketEars) => ChatSocket

/** Opens a WebSocket of the buyers' protocol; works in browsers and in Node. */
export const openWebSocket: OpenSocket = (address, ears) => {
  const deaf = new AbortController()
  const { signal } = deaf
  const socket = tryToOpen(address)
  if (!socket) {
    const soon = setTimeout(() => ears.closed(NEVER_OPENED, ''))
    return { say: () => undefined, hangUp: () => clearTimeout(soon) }
  }
  socket.addEventListener('open', () => ears.opened(), { signal })
  socket.addEventListener('message', ({ data }) => ears.heard(data), { signal })
  socket.addEventListener('close', ({ code, reason }) => ears.closed(code, reason), { signal })
  return {
    say: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    hangUp: () => {
      deaf.abort()
      socket.close()
    },
  }
}

/** Browsers throw for an address the page may not use (`ws:` on a page of `https:`). */
function tryToOpen(address: string): WebSocket | null {
  try {
    return new WebSocket(address, BUYER_SUBPROTOCOL)
  } catch {
    return null
  }
}
