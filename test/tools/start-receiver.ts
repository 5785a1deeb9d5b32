import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import type { Identity } from './make-authority.ts'

/** One request as it came in. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  /** The `webhook-id`. */
  readonly id: string
  /** The bytes that were signed. */
  readonly body: string
  readonly event: {
    readonly type: string
    readonly timestamp: string
    readonly data: Record<string, unknown>
  }
}

/** What a receiver does with a request: answers with a status, or by hand; one that does nothing keeps it open. */
export type Mood = (request: Received, response: ServerResponse) => number | undefined

/** A receiver of webhooks on this machine, that keeps what came and answers as the test wants. */
export interface Receiver {
  readonly url: string
  readonly port: number
  /** Everything that came, taken or not. */
  readonly received: readonly Received[]
  /** How it answers from now on; at first, 204 to everything. */
  readonly be: (mood: Mood) => void
  readonly stop: () => Promise<void>
}

/** `identity`: it speaks TLS, and shows this. */
export async function startReceiver(port = 0, identity?: Identity): Promise<Receiver> {
  const received: Received[] = []
  let mood: Mood = () => 204
  const take = (request: IncomingMessage, response: ServerResponse) => {
    void text(request).then((body) => {
      const { headers } = request
      const one = { headers, id: String(headers['webhook-id']), body, event: JSON.parse(body) }
      received.push(one)
      const status = mood(one, response)
      if (status !== undefined) response.writeHead(status).end()
    })
  }
  const server = identity === undefined ? createServer(take) : createTlsServer(identity, take)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address.')
  return {
    url: `${identity === undefined ? 'http' : 'https'}://127.0.0.1:${String(address.port)}/hooks`,
    port: address.port,
    received,
    be: (next) => {
      mood = next
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Whether the makers of Standard Webhooks would take it for genuine; the time it was sent at is not looked at. */
export function isGenuine(secret: string, { headers, body }: Received): boolean {
  const sentAt = Number(headers['webhook-timestamp'])
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  const verifier = new Webhook(secret)
  const now = Date.now
  try {
    Date.now = () => sentAt * 1_000
    verifier.verify(body, plain)
    return true
  } catch {
    return false
  } finally {
    Date.now = now
  }
}
