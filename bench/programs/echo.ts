import { once } from 'node:events'
import { BUYER_SUBPROTOCOL } from '@shopbell/protocol'
import { WebSocketServer } from 'ws'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'

// The least a WebSocket server can do: it sends back what it gets. What `ws` costs by itself.

serveTasks([
  serving(OPEN, async () => {
    const server = new WebSocketServer({
      host: '127.0.0.1',
      port: 0,
      perMessageDeflate: false,
      handleProtocols: () => BUYER_SUBPROTOCOL,
    })
    server.on('connection', (socket) => {
      socket.on('message', (bytes, isBinary) => {
        socket.send(bytes, { binary: isBinary })
      })
    })
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
    return { url: `ws://127.0.0.1:${String(address.port)}/` }
  }),
])
