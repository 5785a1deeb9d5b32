import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE_CODES, CONSOLE_SUBPROTOCOL, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { WebSocketServer } from 'ws'
import type { Bus } from '../bus/bus.ts'
import { refuseUpgrade } from '../web/refuse-upgrade.ts'
import { connectConsole, type ConnectParts, type ConsoleConnection } from './connect-console.ts'
import { createAttending } from './attending.ts'
import { createColleagues } from './colleagues.ts'
import { hearWakes } from './hear-wakes.ts'
import { recheckSessions } from './recheck-sessions.ts'

export interface ConsoleSocketParts extends ConnectParts {
  readonly bus: Bus
  /** The origin of SHOPBELL_PUBLIC_URL: the only page that may open a console's socket (reliability: A1). */
  readonly ownOrigin: () => string
}

export interface ConsoleSockets {
  /** Takes over an upgrade request for `/v1/console`, or refuses it. */
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Asks every console to come back, each at another moment. */
  readonly drain: () => void
  /** How many are open. */
  readonly count: () => number
}

/** Sockets that have not said who they are; browsers say so at once. */
const MAX_STRANGERS = 500
/** Consoles of a server that goes down come back spread over this time. */
const COME_BACK_WITHIN_MS = 5_000

/** Opens the consoles' door, with one ear on the bus and one clock for the sessions, however many sockets there are. */
export function openConsoleSockets(parts: ConsoleSocketParts): ConsoleSockets {
  const open = new Set<ConsoleConnection>()
  const stopHearing = hearWakes(parts, open)
  const attending = createAttending(parts.bus, (storeId, conversationId) => {
    colleagues.showOthers(storeId, conversationId)
  })
  const colleagues = createColleagues({ ...parts, attending }, open)
  const shared = { attending, onWelcome: colleagues.showTeam, onWatch: colleagues.showOthers }
  const stopRechecking = recheckSessions(parts, open)
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(CONSOLE_SUBPROTOCOL) ? CONSOLE_SUBPROTOCOL : false),
  })

  return {
    accept: (request, socket, head) => {
      if (request.headers.origin !== parts.ownOrigin()) {
        refuseUpgrade(socket, 'ORIGIN_REFUSED')
        return
      }
      if (countStrangers(open) >= MAX_STRANGERS) {
        refuseUpgrade(socket, 'BUSY', COME_BACK_WITHIN_MS)
        return
      }
      server.handleUpgrade(request, socket, head, (client) => {
        const connection = connectConsole(parts, shared, client)
        open.add(connection)
        client.on('close', () => open.delete(connection))
      })
    },
    count: () => open.size,
    drain: () => {
      stopHearing()
      attending.stop()
      colleagues.stop()
      stopRechecking()
      const share = COME_BACK_WITHIN_MS / Math.max(1, open.size)
      ;[...open].forEach(({ outgoing }, place) => {
        outgoing.close(CLOSE_CODES.DRAINING, { code: 'DRAINING', retryAfterMs: Math.round(place * share) })
      })
    },
  }
}

function countStrangers(open: ReadonlySet<ConsoleConnection>): number {
  return [...open].filter(({ actor }) => actor() === null).length
}
