import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eventually } from '../tools/eventually.ts'

/** What a bot asked a platform for. */
export interface Asked {
  readonly host: string
  readonly path: string
  /** JSON as it is; a form's fields with JSON in them read. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A stand-in for the APIs that bots call: notes every request and says yes. */
export interface PlatformStub {
  readonly url: string
  /** Messages since the last look, once there are as many as expected. */
  readonly next: (count: number) => Promise<readonly Asked[]>
  readonly count: () => number
  /** Everything so far, looked at or not. */
  readonly all: () => readonly Asked[]
  readonly stop: () => Promise<void>
}

const YES = {
  ok: true,
  user_id: 'UBOT',
  user: 'bot',
  team: 'T',
  ts: '1',
  message_id: 'm',
  sid: 'SM',
  id: 'a',
}

/** `before` is waited for before a request is answered; it has been noted already. */
export async function startPlatformStub(
  before: (asked: Asked) => Promise<void> = () => Promise.resolve(),
): Promise<PlatformStub> {
  const asked: Asked[] = []
  let looked = 0
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const path = request.url ?? ''
      const body = bodyOf(Buffer.concat(pieces).toString(), request.headers['content-type'] ?? '')
      const host = String(request.headers['x-meant-for'] ?? request.headers.host)
      const one = { host, path, body }
      if (path !== '/api/auth.test') asked.push(one)
      void before(one).then(() => {
        response.writeHead(path.includes('Messages.json') ? 201 : 200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(YES))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has this address.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}`,
    next: (count) =>
      eventually(() => {
        if (asked.length < looked + count)
          throw new Error(`${String(asked.length - looked)} of ${String(count)} requests`)
        const found = asked.slice(looked)
        looked = asked.length
        return found
      }),
    count: () => asked.length - looked,
    all: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function bodyOf(text: string, type: string): Readonly<Record<string, unknown>> {
  if (type.includes('json')) return JSON.parse(text)
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  )
}
