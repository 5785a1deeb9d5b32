import {
  applyOperations,
  behaviourHash,
  validateFlow,
  PROFILES,
  type FlowDocument,
  type FlowOperation,
} from '@shopbell/engine'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'

/** A batch as the draft's log keeps it. */
interface LoggedBatch {
  readonly id: string
  readonly revision: number
  readonly base: number
  readonly by: string
  readonly lane: string
  readonly operations: readonly FlowOperation[]
}

/**
 * The draft's side of the server by its contract, in memory, with the console's own pages: so that tests can look at what
 * was stored. Accounts are told apart by the cookie `who`.
 */
export interface DraftServer {
  readonly url: string
  readonly document: () => FlowDocument
  readonly log: readonly LoggedBatch[]
  readonly close: () => Promise<void>
}

export async function startDraftServer(
  start: FlowDocument,
  live: FlowDocument | null = start,
): Promise<DraftServer> {
  const handler = await consoleHandler()
  const log: LoggedBatch[] = []
  const watching = new Map<WebSocket, { readonly name: string; readonly block: string | null }>()
  let document = start

  const summary = {
    version: 8,
    hash: behaviourHash(start),
    publishedAt: Date.UTC(2026, 10, 20, 9),
    publishedBy: 'Sales 1',
    note: '',
    live: true,
  }

  function save(name: string, body: unknown): { readonly status: number; readonly body: unknown } {
    const { batch, base, operations } = body as Pick<LoggedBatch, 'base' | 'operations'> & {
      readonly batch: string
    }
    const known = log.find(({ id }) => id === batch)
    const lane = batch.split('.')[0] ?? ''
    const stored = known ?? { id: batch, revision: log.length + 1, base, by: name, lane, operations }
    if (!known) {
      document = applyOperations(document, operations).document
      log.push(stored)
      const { id: _id, ...frame } = stored
      for (const socket of watching.keys()) socket.send(JSON.stringify({ type: 'draft', ...frame }))
    }
    const missed = log
      .filter((one) => one.revision > base && one.revision < stored.revision && one.lane !== lane)
      .map(({ id: _id, ...one }) => one)
    return { status: 200, body: { revision: stored.revision, missed } }
  }

  function answer(
    method: string,
    path: string,
    name: string,
    body: unknown,
  ): { readonly status: number; readonly body: unknown } {
    const [route, query = ''] = path.split('?')
    switch (`${method} ${route}`) {
      case 'GET /session':
        return {
          status: 200,
          body: {
            account: { id: name.replaceAll(' ', '-'), name, email: 'a@shop.test', role: 'owner' },
            store: { id: 'shop', name: 'Harbor Steel Ware', profile: 'marketplace', defaultLocale: 'en' },
          },
        }
      case 'GET /setup':
        return { status: 200, body: { needed: false } }
      case 'POST /socket-tickets':
        return {
          status: 200,
          body: { ticket: `ticket-of-20-letters-${name}`, expiresAt: Date.now() + 30_000 },
        }
      case 'GET /conversations':
        return { status: 200, body: { conversations: [], waiting: 0 } }
      case 'GET /flow/draft':
        return {
          status: 200,
          body: {
            document,
            hash: behaviourHash(document),
            revision: log.length,
            savedAt: Date.UTC(2026, 10, 20, 14, 2),
            savedBy: 'Sales 1',
            problems: validateFlow(document, PROFILES.marketplace),
          },
        }
      case 'GET /flow/draft/operations': {
        const after = Number(new URLSearchParams(query).get('after'))
        const batches = log.filter(({ revision }) => revision > after).map(({ id: _id, ...one }) => one)
        return { status: 200, body: { revision: log.length, batches } }
      }
      case 'POST /flow/draft/operations':
        return save(name, body)
      case 'GET /flow/versions':
        return { status: 200, body: { versions: live ? [summary] : [] } }
      case 'GET /flow/versions/live':
        return live
          ? { status: 200, body: { summary, document: live } }
          : { status: 404, body: { code: 'NOT_FOUND', message: '' } }
      default:
        return { status: 404, body: { code: 'NOT_FOUND', message: 'There is no such thing.' } }
    }
  }

  async function serveApi(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const text = Buffer.concat(chunks).toString('utf8')
    const path = (request.url ?? '').slice('/api/v1'.length)
    const { status, body } = answer(
      request.method ?? 'GET',
      path,
      nameOf(request),
      text === '' ? null : JSON.parse(text),
    )
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/v1/')) void serveApi(request, response)
    else handler(request, response, () => response.writeHead(404).end())
  })
  const sockets = new WebSocketServer({ server, path: '/v1/console' })
  sockets.on('connection', (socket, request) => {
    const name = nameOf(request)
    const tell = (): void => {
      for (const [other] of watching) {
        const editors = [...watching].filter(([one]) => one !== other).map(([, editor]) => editor)
        other.send(JSON.stringify({ type: 'editors', editors }))
      }
    }
    socket.on('message', (raw) => {
      const frame = JSON.parse(String(raw)) as { type: string; watch?: boolean; block?: string }
      if (frame.type === 'hello') socket.send(JSON.stringify({ type: 'welcome' }))
      if (frame.type !== 'draft') return
      if (frame.watch) watching.set(socket, { name, block: frame.block ?? null })
      else watching.delete(socket)
      tell()
    })
    socket.on('close', () => {
      watching.delete(socket)
      tell()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')

  return {
    url: `http://127.0.0.1:${address.port}`,
    document: () => document,
    log,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function nameOf({ headers }: IncomingMessage): string {
  return decodeURIComponent(/who=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? 'Sales 1')
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** The built console, as the server serves it. */
async function consoleHandler(): Promise<Handler> {
  const built: { readonly handler: Handler } = await import(
    new URL('../../../packages/editor/build/handler.js', import.meta.url).href
  )
  return built.handler
}
