import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { refuseUpgrade } from './refuse-upgrade.ts'

export type AcceptUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export interface Upgrades {
  /** By exact path. */
  readonly routes: ReadonlyMap<string, AcceptUpgrade>
  readonly draining: () => boolean
}

/** Gives each upgrade request to the socket of its path; all others are answered 404. */
export function dispatchUpgrades(server: Server, { routes, draining }: Upgrades): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = request.url?.split('?')[0] ?? ''
    const accept = routes.get(path)
    if (accept === undefined) refuseUpgrade(socket, 'NOT_FOUND')
    else if (draining()) refuseUpgrade(socket, 'DRAINING', DRAINED_WITHIN_MS)
    else accept(request, socket, head)
  })
}

const DRAINED_WITHIN_MS = 5_000
