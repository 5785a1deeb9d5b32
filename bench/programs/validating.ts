import { parseFrame } from '../../packages/server/src/socket/parse-frame.ts'
import { createOutgoing } from '../../packages/server/src/web/outgoing.ts'
import { openSocketServer } from '../process/open-socket-server.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'

// An echo behind the server's own reading, validation and writing of frames, with nothing in between.

serveTasks([
  serving(OPEN, async () => {
    const { server, url } = await openSocketServer()
    server.on('connection', (socket) => {
      const outgoing = createOutgoing(socket)
      socket.on('message', (bytes: Buffer, isBinary: boolean) => {
        const parsed = parseFrame(bytes, isBinary)
        if (parsed.ok && parsed.frame.type === 'send') {
          outgoing.say([{ type: 'stored', id: parsed.frame.id, seq: 1 }])
        } else outgoing.refuse('NOT_UNDERSTOOD')
      })
    })
    return { url }
  }),
])
