import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { clientFrame, createFrameReader, OPCODE } from './frames.ts'

/** A WebSocket at a quarter of what a full client costs, so that the load takes little of the processor it shares with the server. */
export interface LoadSocket {
  readonly send: (text: string) => void
  readonly drop: () => void
}

export interface SocketListener {
  readonly hear: (text: Buffer) => void
  /** The other end is gone, though nobody called `drop`. */
  readonly lost: (why: string) => void
}

/** Opens a socket with `protocol`; answers pings by itself. */
export async function openSocket(
  url: URL,
  protocol: string,
  { hear, lost }: SocketListener,
): Promise<LoadSocket> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  await once(socket, 'connect')
  socket.write(
    [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      `Sec-WebSocket-Protocol: ${protocol}`,
      '\r\n',
    ].join('\r\n'),
  )
  let isDropped = false
  const end = (why: string) => {
    if (!isDropped) lost(why)
    isDropped = true
  }
  const read = createFrameReader((opcode, payload) => {
    if (opcode === OPCODE.text) hear(payload)
    else if (opcode === OPCODE.ping) socket.write(clientFrame(OPCODE.pong, payload))
    else if (opcode === OPCODE.close) end(`closed with ${payload.subarray(2).toString('utf8')}`)
  })
  socket.on('close', () => {
    end('the connection ended')
  })
  socket.on('error', (error) => {
    end(error.message)
  })
  const rest = await answerTo(socket)
  socket.on('data', read)
  if (rest.length > 0) read(rest)
  return {
    send: (text) => void socket.write(clientFrame(OPCODE.text, Buffer.from(text))),
    drop: () => {
      isDropped = true
      socket.destroy()
    },
  }
}

/** Waits for the end of the server's answer to the upgrade; returns what came behind it. */
async function answerTo(socket: ReturnType<typeof connect>): Promise<Buffer> {
  let received = Buffer.alloc(0)
  for (;;) {
    const [chunk]: Buffer[] = await once(socket, 'data')
    received = Buffer.concat([received, chunk ?? Buffer.alloc(0)])
    const end = received.indexOf('\r\n\r\n')
    if (end < 0) continue
    const status = received.toString('latin1', 0, received.indexOf('\r\n'))
    if (!status.startsWith('HTTP/1.1 101 ')) throw new Error(`The server answered ${status}.`)
    return received.subarray(end + 4)
  }
}
