import { openSocketServer } from '../process/open-socket-server.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'

// The least a WebSocket server can do: it sends back what it gets. What `ws` costs by itself.

serveTasks([
  serving(OPEN, async () => {
    const { server, url } = await openSocketServer()
    server.on('connection', (socket) => {
      socket.on('message', (bytes, isBinary) => {
        socket.send(bytes, { binary: isBinary })
      })
    })
    return { url }
  }),
])
