import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'
import type { LinkFault } from './link-fault.ts'

let echo: Server
let proxy: FaultProxy
const heardByServer: string[] = []

beforeEach(async () => {
  heardByServer.length = 0
  echo = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      heardByServer.push(bytes.toString())
      socket.write(bytes)
    })
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  const address = echo.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  proxy = await openFaultProxy()
  proxy.lead(address.port)
})
afterEach(async () => {
  await proxy.close()
  echo.close()
})

interface Client {
  readonly socket: Socket
  readonly heard: () => string
  readonly until: (isSo: () => boolean) => Promise<void>
  readonly ended: () => 'open' | 'finished' | 'reset'
}

async function open(): Promise<Client> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true })
  let heard = ''
  let ended: ReturnType<Client['ended']> = 'open'
  socket.on('data', (bytes) => (heard += bytes.toString()))
  socket.on('end', () => (ended = 'finished'))
  socket.on('error', () => (ended = 'reset'))
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined)
  return {
    socket,
    heard: () => heard,
    ended: () => ended,
    until: async (isSo) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
    },
  }
}

test('passes both directions', async () => {
  const client = await open()
  client.socket.write('bell')
  await client.until(() => client.heard() === 'bell')
})

test.for<LinkFault>(['latency', 'trickle'])('with %s everything arrives, later', async (fault) => {
  proxy.set(fault)
  const client = await open()
  client.socket.write('a bell that rings slowly')
  await client.until(() => client.heard() === 'a bell that rings slowly')
})

test('what is dropped on its way down never arrives, and the torn connection is reset when mended', async () => {
  const client = await open()
  proxy.set('drop-down')
  client.socket.write('lost')
  await client.until(() => proxy.torn() === 1)
  expect(heardByServer.join('')).toBe('lost')
  proxy.set('pass')
  await client.until(() => client.ended() === 'reset')
  expect(client.heard()).toBe('')
})

test('what is dropped on its way up is never heard by the server', async () => {
  const client = await open()
  proxy.set('drop-up')
  client.socket.write('lost')
  await client.until(() => proxy.torn() === 1)
  proxy.set('pass')
  await client.until(() => client.ended() === 'reset')
  expect(heardByServer).toEqual([])
})

test.for<LinkFault>(['freeze', 'stall-down'])('after %s nothing is missing', async (fault) => {
  const client = await open()
  proxy.set(fault)
  client.socket.write('later')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(client.heard()).toBe('')
  proxy.set('pass')
  await client.until(() => client.heard() === 'later')
})

test('a reset comes in the middle of what the server says', async () => {
  const client = await open()
  proxy.set('reset')
  client.socket.write('interrupted')
  await client.until(() => client.ended() === 'reset')
  expect('interrupted'.startsWith(client.heard())).toBe(true)
  expect(client.heard()).not.toBe('interrupted')
})

test('half closed, the client still speaks', async () => {
  const client = await open()
  proxy.set('half-close')
  client.socket.write('one')
  await client.until(() => client.ended() === 'finished')
  client.socket.write('two')
  await client.until(() => heardByServer.join('') === 'onetwo')
})

test('refused is refused, for open connections too', async () => {
  const before = await open()
  proxy.set('refuse')
  await before.until(() => before.ended() === 'reset')
  const after = await open()
  await after.until(() => after.ended() === 'reset' || after.socket.destroyed)
})
