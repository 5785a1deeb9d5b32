import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createLink, type Link } from './link.ts'
import type { LinkFault } from './link-fault.ts'

/** A TCP proxy on 127.0.0.1 that breaks connections the way networks do. */
export interface FaultProxy {
  readonly port: number
  /** Where new connections go from now on. */
  readonly lead: (toPort: number) => void
  /** What happens to all connections from now on. `pass` mends what can be mended: a connection that lost bytes is reset. */
  readonly set: (fault: LinkFault) => void
  /** How many open connections have lost bytes by now. */
  readonly torn: () => number
  /** Resets every open connection. */
  readonly cut: () => void
  readonly close: () => Promise<void>
}

/** Listens; connections are refused until it knows where to lead them. */
export async function openFaultProxy(): Promise<FaultProxy> {
  const links = new Set<Link>()
  let fault: LinkFault = 'pass'
  let target: number | null = null

  const server = createServer({ allowHalfOpen: true }, (client: Socket) => {
    if (fault === 'refuse' || target === null) {
      client.on('error', () => undefined)
      client.resetAndDestroy()
      return
    }
    const link = createLink(client, target, fault)
    links.add(link)
    link.whenOver(() => links.delete(link))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')

  const cut = () => {
    for (const link of links) link.reset()
  }
  return {
    port: address.port,
    lead: (toPort) => {
      target = toPort
    },
    set: (next) => {
      fault = next
      if (next === 'refuse') cut()
      for (const link of links) link.set(next)
    },
    torn: () => [...links].filter((link) => link.isTorn()).length,
    cut,
    close: async () => {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}
