import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { CLOSE_CODES } from '@shopbell/protocol'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createOutgoing } from './outgoing.ts'
import { READER_BOUNDS } from './watch-reader.ts'

const servers: WebSocketServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server's socket with the connection under it, and what its client has received. */
async function openPair() {
  const listening = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  servers.push(listening)
  await once(listening, 'listening')
  // A TCP server has an address with a port.
  const { port } = listening.address() as AddressInfo
  const client = new WebSocket(`ws://127.0.0.1:${String(port)}`, { perMessageDeflate: false })
  const received: unknown[] = []
  client.on('message', (bytes: Buffer) => received.push(JSON.parse(bytes.toString('utf8'))))
  const closed = once(client, 'close')
  const [socket, request]: [WebSocket, { readonly socket: Socket }] = await new Promise((resolve) => {
    listening.on('connection', (...both) => {
      resolve(both)
    })
  })
  const outgoing = createOutgoing<object>(socket, READER_BOUNDS, request.socket)
  return { socket, connection: request.socket, outgoing, received, closed }
}

test('what is said within one turn leaves together, at the end of the turn, in order', async () => {
  const { socket, connection, outgoing, received, closed } = await openPair()
  const before = connection.bytesWritten
  outgoing.say([{ n: 1 }, { n: 2 }])
  await Promise.resolve()
  outgoing.say([{ n: 3 }])
  expect(connection.bytesWritten).toBe(before)
  await new Promise(setImmediate)
  expect(connection.bytesWritten).toBeGreaterThan(before)
  socket.close()
  await closed
  expect(received).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('what was said before a close arrives before it', async () => {
  const { outgoing, received, closed } = await openPair()
  outgoing.say([{ n: 1 }])
  outgoing.close(CLOSE_CODES.DRAINING, { code: 'DRAINING' })
  outgoing.say([{ n: 2 }])
  const [code] = await closed
  expect(code).toBe(CLOSE_CODES.DRAINING)
  expect(received).toEqual([{ n: 1 }])
})

test('waiting until it is drained sends what was said', async () => {
  const { connection, outgoing } = await openPair()
  const before = connection.bytesWritten
  outgoing.say([{ n: 1 }])
  await outgoing.drained()
  expect(connection.bytesWritten).toBeGreaterThan(before)
})
