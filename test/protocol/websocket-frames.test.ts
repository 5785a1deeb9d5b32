import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

// What stands below our own frames: the rules of RFC 6455, broken byte by byte.

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop.stop())

const FIN = 0x80
const TEXT = 0x1
const PING = 0x9

/** A frame of a client, masked with zeros so that its payload stays readable. */
function frame(first: number, payload: Buffer | string): Buffer {
  const body = Buffer.from(payload)
  const length =
    body.length < 126
      ? Buffer.from([0x80 | body.length])
      : Buffer.from([0x80 | 126, body.length >> 8, body.length & 255])
  return Buffer.concat([Buffer.from([first]), length, Buffer.alloc(4), body])
}

/** An opened WebSocket without a WebSocket library on our side. */
async function open(): Promise<Socket> {
  const socket = connect(shop.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(
    [
      'GET /v1/chat?store=demo HTTP/1.1',
      'Host: shop',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      'Sec-WebSocket-Protocol: shopbell.v1',
      '',
      '',
    ].join('\r\n'),
  )
  const [answer]: Buffer[] = await once(socket, 'data')
  expect(answer?.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /)
  expect(answer?.toString('latin1')).not.toMatch(/permessage-deflate/)
  return socket
}

/** The close code the server answers with; 0 where it closed without one. */
async function closeCode(socket: Socket): Promise<number> {
  const received: Buffer[] = []
  socket.on('data', (bytes: Buffer) => received.push(bytes))
  socket.resume()
  await once(socket, 'close')
  const bytes = Buffer.concat(received)
  const at = bytes.lastIndexOf(0x88)
  return at < 0 || bytes.length < at + 4 ? 0 : bytes.readUInt16BE(at + 2)
}

test.for([
  ['a hundred empty fragments', [frame(TEXT, ''), ...Array.from({ length: 100 }, () => frame(0, ''))], 1008],
  ['a frame without a mask', [Buffer.from([FIN | TEXT, 2, 0x7b, 0x7d])], 1002],
  ['bytes that are no UTF-8', [frame(FIN | TEXT, Buffer.from([0xc3, 0x28]))], 1007],
  ['an opcode that does not exist', [frame(FIN | 0x3, 'x')], 1002],
  ['a bit reserved for extensions', [frame(FIN | 0x40 | TEXT, 'x')], 1002],
  ['a length of a gigabyte', [Buffer.from([FIN | TEXT, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0])], 4413],
  ['a ping that is too long', [frame(FIN | PING, 'x'.repeat(126))], 1002],
  ['a continuation of nothing', [frame(FIN, 'x')], 1002],
  ['a ping in pieces', [frame(PING, 'x')], 1002],
] as const)('%s closes the socket', async ([, frames, code]) => {
  const socket = await open()
  for (const bytes of frames) socket.write(bytes)
  expect(await closeCode(socket)).toBe(code)
  const other = await openBuyer(shop.url)
  expect(await other.hello()).toMatchObject({ type: 'welcome' })
})

test('many fragments of one fair frame are put together', async () => {
  const socket = await open()
  const hello = JSON.stringify({ type: 'hello', after: 0, locale: 'en' })
  const letters = [...hello]
  letters.forEach((letter, place) => {
    const last = place === letters.length - 1
    socket.write(frame((last ? FIN : 0) | (place === 0 ? TEXT : 0), letter))
  })
  const [answer]: Buffer[] = await once(socket, 'data')
  expect(answer?.toString('utf8')).toContain('"type":"welcome"')
  socket.destroy()
})

test.for([
  ['no WebSocket at all', 'GET /v1/chat?store=demo HTTP/1.1\r\nHost: shop\r\n\r\n', 404],
  [
    'a WebSocket of another century',
    'GET /v1/chat?store=demo HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 7\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: shopbell.v1\r\n\r\n',
    400,
  ],
  ['bytes that are no HTTP', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 400],
] as const)('%s is answered %s', async ([, bytes, status]) => {
  const socket = connect(shop.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(bytes)
  const [answer]: Buffer[] = await once(socket, 'data')
  expect(answer?.toString('latin1')).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `))
  socket.destroy()
})
