import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { BUYER_SUBPROTOCOL, CLOSE_CODES, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { WebSocket, WebSocketServer } from 'ws'
import { addressKey } from '../accounts/address-key.ts'
import type { Bus } from '../bus/bus.ts'
import type { Stores } from '../reception/stores.ts'
import { refusalOf } from '../reception/refused.ts'
import type { StoreRow } from '../store/stores.ts'
import { type Arrival, type BuyerParts, connectBuyer } from './connect-buyer.ts'
import { createOutgoing, type Outgoing } from '../web/outgoing.ts'
import { READER_BOUNDS } from '../web/watch-reader.ts'
import { refuseUpgrade } from '../web/refuse-upgrade.ts'
import { isAllowedOrigin } from '../storefront/allowed-origin.ts'
import type { PageNotes } from '../storefront/page-notes.ts'

export interface AcceptParts extends BuyerParts {
  readonly stores: Stores
  readonly pages: PageNotes
  readonly bus: Bus
  /** Pages of this server may always embed the widget: the demo shop, the console's preview. */
  readonly ownOrigin: () => string
  /** The client's address: the connection's, or what a trusted proxy says. */
  readonly addressOf: (request: IncomingMessage) => string
}

export interface BuyerSockets {
  /** Takes over an upgrade request for `/v1/chat`. */
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
export function createBuyerSockets(parts: AcceptParts): BuyerSockets {
  const open = new Map<Outgoing, number>()
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
    handleProtocols: (offered) => (offered.has(BUYER_SUBPROTOCOL) ? BUYER_SUBPROTOCOL : false),
  })

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
    const store = await findStore(parts.stores, request)
    socket.resume()
    if (socket.readyState !== WebSocket.OPEN) return
    const answer = () => createOutgoing(socket, READER_BOUNDS, undefined, parts.onRefused)
    if (store === null) {
      answer().refuse('STORE_UNKNOWN', { final: true })
      return
    }
    const { origin } = request.headers
    const allowed = origin === parts.ownOrigin() || isAllowedOrigin(store.allowedOrigins, origin)
    parts.pages.note({ storeId: store.id, origin, allowed })
    if (!allowed) {
      answer().refuse('ORIGIN_REFUSED', { final: true })
      return
    }
    const outgoing = connectBuyer(parts, socket, { storeId: store.id, address, connection })
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
      if (!offersSubprotocol(request)) {
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
 * Listens to a socket's errors, so that they end this socket only; `connectBuyer` logs what comes after the greeting. Out here,
 * because a function made at the upgrade would keep the whole request in memory for as long as the socket is open.
 */
function ignore(): void {}

function findStore(stores: Stores, { url = '' }: IncomingMessage): Promise<StoreRow | null> {
  const publicId = new URLSearchParams(url.split('?')[1] ?? '').get('store')
  const isId = publicId !== null && /^[A-Za-z0-9_-]{1,64}$/.test(publicId)
  return isId ? stores.byPublicId(publicId) : Promise.resolve(null)
}

function offersSubprotocol({ headers }: IncomingMessage): boolean {
  const offered = headers['sec-websocket-protocol'] ?? ''
  return offered.split(',').some((one) => one.trim() === BUYER_SUBPROTOCOL)
}
