import { CLOSE_CODES, type ConsoleDown } from '@shopbell/protocol'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import {
  connectConsole,
  type ConsoleLine,
  type HeardFrame,
  type LineState,
  type TicketAnswer,
} from './connect-console.ts'

let server: WebSocketServer
let line: ConsoleLine | undefined
let said: { socket: ServerSocket; frame: unknown }[]
let heard: HeardFrame[]
let states: LineState[]

beforeEach(async () => {
  said = []
  heard = []
  states = []
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => {
    socket.on('message', (raw) => said.push({ socket, frame: JSON.parse(String(raw)) }))
  })
  await once(server, 'listening')
})

afterEach(async () => {
  line?.close()
  server.clients.forEach((socket) => socket.terminate())
  await new Promise((closed) => server.close(closed))
})

function connect(tickets: TicketAnswer[] = []): ConsoleLine {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  let issued = 0
  line = connectConsole({
    address: `ws://127.0.0.1:${address.port}`,
    fetchTicket: async () => tickets.shift() ?? { ticket: `ticket-number-${(issued += 1)}-of-this-test` },
    onFrame: (frame) => heard.push(frame),
    onState: (state) => states.push(state),
  })
  return line
}

async function nthFrame(n: number): Promise<{ socket: ServerSocket; frame: unknown }> {
  await vi.waitFor(() => expect(said.length).toBeGreaterThanOrEqual(n), { timeout: 8_000 })
  return said[n - 1]!
}

async function welcomed(n = 1): Promise<ServerSocket> {
  const { socket } = await nthFrame(n)
  tell(socket, { type: 'welcome' })
  await vi.waitFor(() => expect(states.at(-1)).toBe('live'))
  return socket
}

function tell(socket: ServerSocket, frame: ConsoleDown): void {
  socket.send(JSON.stringify(frame))
}

function message(seq: number): ConsoleDown {
  const content = { kind: 'text', text: `message ${seq}` } as const
  return {
    type: 'message',
    conversation: 'c1',
    message: { type: 'message', seq, at: seq, author: 'buyer', kind: 'buyer', content },
  }
}

const seqs = () => heard.map((frame) => (frame.type === 'message' ? frame.message.seq : frame.type))

test('says hello with its ticket, and watches once it is welcome', async () => {
  connect().watch('c1', 7)
  expect((await nthFrame(1)).frame).toEqual({ type: 'hello', ticket: 'ticket-number-1-of-this-test' })
  await welcomed()
  expect((await nthFrame(2)).frame).toEqual({ type: 'watch', conversation: 'c1', after: 7 })
})

test('takes messages in order, each once, and asks again when one is missing', async () => {
  connect().watch('c1', 0)
  const socket = await welcomed()
  await nthFrame(2)
  for (const seq of [1, 2, 2, 1]) tell(socket, message(seq))
  tell(socket, message(5))
  expect((await nthFrame(3)).frame).toEqual({ type: 'watch', conversation: 'c1', after: 2 })
  for (const seq of [3, 4, 5]) tell(socket, message(seq))
  await vi.waitFor(() => expect(seqs()).toEqual([1, 2, 3, 4, 5]))
})

test('a beat ahead of what it holds makes it ask', async () => {
  connect().watch('c1', 3)
  const socket = await welcomed()
  await nthFrame(2)
  tell(socket, { type: 'beat', head: 3 })
  tell(socket, { type: 'beat', head: 4 })
  expect((await nthFrame(3)).frame).toEqual({ type: 'watch', conversation: 'c1', after: 3 })
  expect(said).toHaveLength(3)
})

test('comes back with a new ticket and goes on from its last message', async () => {
  connect().watch('c1', 0)
  const socket = await welcomed()
  await nthFrame(2)
  tell(socket, message(1))
  await vi.waitFor(() => expect(seqs()).toEqual([1]))
  socket.terminate()
  expect((await nthFrame(3)).frame).toEqual({ type: 'hello', ticket: 'ticket-number-2-of-this-test' })
  await welcomed(3)
  expect((await nthFrame(4)).frame).toEqual({ type: 'watch', conversation: 'c1', after: 1 })
})

test('a message of another conversation and a frame it does not know change nothing', async () => {
  connect().watch('c1', 0)
  const socket = await welcomed()
  await nthFrame(2)
  socket.send('no JSON at all')
  socket.send(JSON.stringify({ type: 'holiday', cheer: true }))
  socket.send(Buffer.from([1, 2, 3]))
  tell(socket, { type: 'answers', conversation: 'c2', answers: [] })
  tell(socket, message(1))
  await vi.waitFor(() => expect(seqs()).toEqual([1]))
})

test('stops for good where the page may not connect', async () => {
  connect()
  const socket = await welcomed()
  socket.close(CLOSE_CODES.FORBIDDEN)
  await vi.waitFor(() => expect(states.at(-1)).toBe('refused'))
})

test('asks for a ticket after 4401, and ends where there is none for it', async () => {
  connect([{ ticket: 'the-first-ticket-of-this-test' }, 'away', 'ended'])
  const socket = await welcomed()
  socket.close(CLOSE_CODES.NOT_ALLOWED)
  await vi.waitFor(() => expect(states.at(-1)).toBe('ended'), { timeout: 8_000 })
  expect(states).toEqual(['connecting', 'live', 'off', 'off', 'ended'])
})
