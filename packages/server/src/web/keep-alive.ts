import type { WebSocket } from 'ws'
import type { Heartbeat } from './heartbeat.ts'

/** Gives a socket its beats and pings until it closes, and ends it when nobody answers. Whatever arrives is a sign of life. */
export function keepAlive(heartbeat: Heartbeat, socket: WebSocket, beat: () => void): void {
  let heardAt = performance.now()
  const hear = () => {
    heardAt = performance.now()
  }
  const unwatch = heartbeat.watch({
    heardAt: () => heardAt,
    beat: () => {
      beat()
      socket.ping()
    },
    cut: () => {
      socket.terminate()
    },
  })
  socket.on('pong', hear)
  socket.on('message', hear)
  socket.on('close', unwatch)
}
