import { once } from 'node:events'
import { BUYER_SUBPROTOCOL, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { WebSocketServer } from 'ws'

/** A `ws` server on a free port, with the options the shop's buyers have. */
export async function openSocketServer(): Promise<{
  readonly server: WebSocketServer
  readonly url: string
}> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => BUYER_SUBPROTOCOL,
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  return { server, url: `ws://127.0.0.1:${String(address.port)}/` }
}
