import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Type from 'typebox'
import { Value } from 'typebox/value'
import type { TestClock } from './test-clock.ts'

/** The last instant a Date can name. */
const LAST_INSTANT = 8_640_000_000_000_000

/** `PUT /clock`: an instant, or so much later. */
const Move = Type.Union([
  Type.Object({ now: Type.Integer({ minimum: 0, maximum: LAST_INSTANT }) }, { additionalProperties: false }),
  Type.Object({ forwardMs: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
])

export interface ClockPort {
  readonly url: string
  readonly close: () => Promise<void>
}

export interface ClockPortParts {
  readonly clock: TestClock
  /** 0 takes a free one. */
  readonly port: number
  /** Does what is due by now; the answer to a move waits for it. */
  readonly catchUp: () => Promise<void>
}

/**
 * Lets the tests on this machine, and nobody else, read and move the clock of this server: `GET /clock`, `PUT /clock {now}` or
 * `{forwardMs}`, both answered with `{now}`. One move after the other.
 */
export async function openClockPort({ clock, port, catchUp }: ClockPortParts): Promise<ClockPort> {
  let moved = Promise.resolve()
  const server = createServer((request, response) => {
    moved = moved
      .then(() => answer(request, response))
      .catch((error: unknown) => {
        response.writeHead(500).end(String(error))
      })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String(portOf(server.address()))}/clock`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await moved
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/clock') return void response.writeHead(404).end()
    if (request.method === 'PUT') {
      const move = readMove(await text(request))
      if (move === null) return void response.writeHead(400).end('Send {"now": …} or {"forwardMs": …}.')
      clock.moveTo('now' in move ? move.now : clock.now() + move.forwardMs)
      await catchUp()
    } else if (request.method !== 'GET') return void response.writeHead(405).end()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ now: clock.now() }))
  }
}

function readMove(body: string): Type.Static<typeof Move> | null {
  try {
    const move: unknown = JSON.parse(body)
    return Value.Check(Move, move) ? move : null
  } catch {
    return null // no JSON
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('A TCP server has an address with a port.')
  return address.port
}
