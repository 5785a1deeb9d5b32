import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE_CODES, type ErrorCode, MAX_FRAME_BYTES } from '@shopbell/protocol'
import type { Logger } from 'pino'
import { WebSocket, WebSocketServer } from 'ws'
import { addressKey } from '../accounts/address-key.ts'
import type { Bus } from '../bus/bus.ts'
import type { Stores } from '../reception/stores.ts'
import { refusalOf } from '../reception/refused.ts'
import type { StoreRow } from '../store/stores.ts'
import { letsIn } from '../storefront/lets-in.ts'
import type { PageNotes } from '../storefront/page-notes.ts'
import { createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { refuseUpgrade } from '../web/refuse-upgrade.ts'
import { type Connection, READER_BOUNDS } from '../web/watch-reader.ts'
import type { BuyerGate } from './buyer-gate.ts'

export interface DoorParts {
  readonly stores: Stores
  readonly pages: PageNotes
  readonly bus: Bus
  readonly gate: BuyerGate
  readonly log: Logger
  /** Pages of this server may always embed the chat: the demo shop, the console's preview. */
  readonly ownOrigin: () => string
  /** The client's address: the connection's, or what a trusted proxy says. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Counts the refusals of all sockets. */
  readonly onRefused?: (code: ErrorCode) => void
}

/** Where a socket comes from, as found out before its first frame. */
export interface Arrival {
  readonly storeId: number
  /** The key its address is limited by. */
  readonly address: string
  readonly connection: Connection
}

/** What tells one kind of buyers' sockets from another. */
export interface DoorKind {
  /** What a client has to offer; null: this kind has none. */
  readonly subprotocol: string | null
  /** The store a client means; null: there is none of that name. */
  readonly findStore: (request: IncomingMessage) => Promise<StoreRow | null>
  /** Lines added to the answer that opens the socket. */
  readonly headersFor?: (request: IncomingMessage) => readonly string[]
  /** Serves the socket from its first frame on. Whatever it keeps must not keep the request. */
  readonly connect: (socket: WebSocket, arrival: Arrival, from: From) => Closing
}

interface From {
  readonly request: IncomingMessage
  readonly store: StoreRow
}

type Closing = Pick<Outgoing, 'refuse' | 'close'>

export interface Door {
  /** Takes over an upgrade request. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Asks every client to come back elsewhere or later, each at another moment, so that they do not come all at once. */
  readonly drain: () => void
  /** How many are open. */
  readonly count: () => number
}

/** Clients of a server that goes down come back spread over this time. */
const COME_BACK_WITHIN_MS = 5_000

/** The standard's "message too big", which `ws` closes with, as the protocol's own code. */
class BuyerWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === 1009 ? CLOSE_CODES.TOO_BIG : code, reason)
  }
}

/**
 * Accepts buyers' sockets: any page may knock, the store decides which pages it lets in; never who the buyer is, since a program
 * can name any origin.
 */
export function openDoor(parts: DoorParts, { subprotocol, findStore, headersFor, connect }: DoorKind): Door {
  const open = new Map<Closing, number>()
  const stopHearing = parts.bus.subscribe((wake) => {
    if (wake.type === 'store') void sendAwayIfGone(wake.storeId)
  })
  const server = new WebSocketServer({
    noServer: true,
    WebSocket: BuyerWebSocket,
    maxPayload: MAX_FRAME_BYTES,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
    // 240 KB instead of 8 KB per idle connection, for messages that hardly shrink.
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (subprotocol !== null && offered.has(subprotocol) ? subprotocol : false),
  })
  if (headersFor !== undefined)
    server.on('headers', (headers, request) => void headers.push(...headersFor(request)))

  /** Buyers of a store that was removed hear of it now; those a lost wake forgets, with their next frame. */
  async function sendAwayIfGone(storeId: number): Promise<void> {
    parts.stores.forget(storeId)
    const code = await parts.stores.byId(storeId).then(
      () => null,
      (error: unknown) => refusalOf(error).refused,
    )
    if (code !== 'STORE_UNKNOWN') return
    for (const [outgoing, ofStore] of open) if (ofStore === storeId) outgoing.refuse(code, { final: true })
  }

  async function begin(
    socket: WebSocket,
    request: IncomingMessage,
    { address, connection }: Pick<Arrival, 'address' | 'connection'>,
  ): Promise<void> {
    // Frames wait in the connection until we know whom they are for.
    socket.pause()
    const store = await findStore(request)
    socket.resume()
    if (socket.readyState !== WebSocket.OPEN) return
    const answer = () => createOutgoing(socket, READER_BOUNDS, undefined, parts.onRefused)
    if (store === null) {
      answer().refuse('STORE_UNKNOWN', { final: true })
      return
    }
    if (!letsIn(parts, store, request.headers.origin)) {
      answer().refuse('ORIGIN_REFUSED', { final: true })
      return
    }
    const outgoing = connect(socket, { storeId: store.id, address, connection }, { request, store })
    open.set(outgoing, store.id)
    socket.on('close', () => open.delete(outgoing))
  }

  return {
    accept: (request, socket, head) => {
      const address = addressKey(parts.addressOf(request))
      const retryAfterMs = parts.gate.connect(address)
      if (retryAfterMs > 0) {
        refuseUpgrade(socket, 'TOO_MANY', retryAfterMs)
        return
      }
      if (subprotocol !== null && !offers(request, subprotocol)) {
        refuseUpgrade(socket, 'NOT_UNDERSTOOD')
        return
      }
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('error', ignore)
        begin(client, request, { address, connection: socket }).catch((error: unknown) => {
          parts.log.error({ err: error }, 'a buyer’s socket could not be accepted')
          createOutgoing(client).close(CLOSE_CODES.DRAINING, { retryAfterMs: COME_BACK_WITHIN_MS })
          client.resume()
        })
      })
    },
    count: () => open.size,
    drain: () => {
      stopHearing()
      const share = COME_BACK_WITHIN_MS / Math.max(1, open.size)
      ;[...open.keys()].forEach((outgoing, place) => {
        outgoing.close(CLOSE_CODES.DRAINING, { code: 'DRAINING', retryAfterMs: Math.round(place * share) })
      })
    },
  }
}

/**
 * Listens to a socket's errors, so that they end this socket only; who serves it logs what comes after the greeting. Out here,
 * because a function made at the upgrade would keep the whole request in memory for as long as the socket is open.
 */
function ignore(): void {}

function offers({ headers }: IncomingMessage, subprotocol: string): boolean {
  const offered = headers['sec-websocket-protocol'] ?? ''
  return offered.split(',').some((one) => one.trim() === subprotocol)
}
