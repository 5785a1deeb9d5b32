import { once } from 'node:events'
import { createServer } from 'node:http'
import { BUYER_SUBPROTOCOL, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { WebSocketServer } from 'ws'
import { parseFrame } from '../../packages/server/src/socket/parse-frame.ts'
import { createOutgoing } from '../../packages/server/src/web/outgoing.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'

// An echo behind the server's own reading, validation and writing of frames, with nothing in between.

serveTasks([
  serving(OPEN, async () => {
    const http = createServer().listen(0, '127.0.0.1')
    await once(http, 'listening')
    const server = new WebSocketServer({
      server: http,
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      handleProtocols: () => BUYER_SUBPROTOCOL,
    })
    server.on('connection', (socket) => {
      const outgoing = createOutgoing(socket)
      socket.on('message', (bytes: Buffer, isBinary: boolean) => {
        const parsed = parseFrame(bytes, isBinary)
        if (parsed.ok && parsed.frame.type === 'send') {
          outgoing.say([{ type: 'stored', id: parsed.frame.id, seq: 1 }])
        } else outgoing.refuse('NOT_UNDERSTOOD')
      })
    })
    const address = http.address()
    if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
    return { url: `ws://127.0.0.1:${String(address.port)}/` }
  }),
])
