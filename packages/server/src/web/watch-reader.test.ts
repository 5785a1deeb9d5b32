import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { CLOSE_CODES } from '@shopbell/protocol'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import type { ReaderBounds } from './watch-reader.ts'

const ROOMY: ReaderBounds = { bytes: 1e9, messages: 1e9, stalledMs: 1e6, pauseAtBytes: 1e9 }
/** What the operating system takes for a reader that does not read is some megabytes; this fills it soon. */
const LONG = { type: 'note', text: 'x'.repeat(64 * 1_024) }
const SHORT = { type: 'note', text: 'x' }

interface Pair {
  readonly server: WebSocket
  readonly client: WebSocket
  readonly outgoing: Outgoing<object>
  readonly closed: Promise<unknown[]>
}

const servers: WebSocketServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A connected pair whose reader has stopped reading. */
async function openStopped(bounds: Partial<ReaderBounds>): Promise<Pair> {
  const listening = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  servers.push(listening)
  await once(listening, 'listening')
  // A TCP server has an address with a port.
  const { port } = listening.address() as AddressInfo
  const client = new WebSocket(`ws://127.0.0.1:${String(port)}`, { perMessageDeflate: false })
  const closed = once(client, 'close')
  const [server]: WebSocket[] = await once(listening, 'connection')
  if (server === undefined) throw new Error('The server got no socket.')
  if (client.readyState !== WebSocket.OPEN) await once(client, 'open')
  client.pause()
  return { server, client, closed, outgoing: createOutgoing<object>(server, { ...ROOMY, ...bounds }) }
}

/** Says it until the operating system takes no more. */
async function fill({ server, outgoing }: Pair, frame: object): Promise<void> {
  while (server.readyState === WebSocket.OPEN && server.bufferedAmount === 0) {
    outgoing.say([frame])
    await new Promise(setImmediate)
  }
}

const reasonOf = ([code, reason]: unknown[]) => [code, String(reason)]
const TOO_SLOW = [CLOSE_CODES.SLOW_OR_SILENT, '{"code":"TOO_SLOW"}']

test('a reader that has stopped is cut off at the bytes it leaves in our memory, which do not grow any more', async () => {
  const pair = await openStopped({ bytes: 1_048_576 })
  await fill(pair, LONG)
  for (let n = 0; n < 100; n += 1) pair.outgoing.say([LONG])
  expect(pair.server.readyState).toBe(WebSocket.CLOSING)
  expect(pair.server.bufferedAmount).toBeLessThan(1_048_576 + 2 * 65_600)
  pair.client.resume()
  expect(reasonOf(await pair.closed)).toEqual(TOO_SLOW)
})

test('a reader that has stopped is cut off at the number of messages it leaves unread', async () => {
  const pair = await openStopped({ messages: 256 })
  await fill(pair, LONG)
  for (let n = 0; n < 256; n += 1) pair.outgoing.say([SHORT])
  expect(pair.server.readyState).toBe(WebSocket.OPEN)
  pair.outgoing.say([SHORT])
  pair.outgoing.say([SHORT])
  expect(pair.server.readyState).toBe(WebSocket.CLOSING)
  pair.client.resume()
  expect(reasonOf(await pair.closed)).toEqual(TOO_SLOW)
})

test('a reader that takes nothing for the longest time is cut off, however little waits', async () => {
  const pair = await openStopped({ stalledMs: 50 })
  const cut = once(pair.server, 'close')
  await fill(pair, LONG)
  while (pair.server.readyState === WebSocket.OPEN) await new Promise((resolve) => setTimeout(resolve, 10))
  pair.client.resume()
  expect(reasonOf(await pair.closed)).toEqual(TOO_SLOW)
  await cut
})

test('one long answer cuts nobody off: who reads on gets all of it', async () => {
  const pair = await openStopped({ messages: 256 })
  await fill(pair, LONG)
  pair.outgoing.say(Array.from({ length: 500 }, () => SHORT))
  pair.outgoing.close(CLOSE_CODES.DRAINING, { code: 'DRAINING' })
  let short = 0
  pair.client.on('message', (bytes: Buffer) => (short += bytes.length < 100 ? 1 : 0))
  pair.client.resume()
  expect(reasonOf(await pair.closed)).toEqual([CLOSE_CODES.DRAINING, '{"code":"DRAINING"}'])
  expect(short).toBe(500)
})
