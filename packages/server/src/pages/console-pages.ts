import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { EVERYWHERE } from '../web/security-headers.ts'

export interface ConsolePagesParts {
  /** What adapter-node built; null: nothing is built. */
  readonly module: URL | null
  /** The only origin whose sign-ins and sockets the console accepts. */
  readonly ownOrigin: () => string
}

type Listener = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown

const NOT_BUILT = 'The console is not built. Run: npm run build -w packages/editor\n'
const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** `/console`: the sellers' console, answered by SvelteKit's own listener in this process. It sends its content policy itself. */
export async function consolePages(
  app: FastifyInstance,
  { module, ownOrigin }: ConsolePagesParts,
): Promise<void> {
  const listener = module === null ? null : listenerOf(await import(module.href))
  await app.register(async (scope) => {
    // SvelteKit reads bodies itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => {
      done(null)
    })
    for (const path of ['/console', '/console/*']) {
      scope.all(path, (request, reply) => {
        if (listener === null) {
          return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
        }
        const better = addressOfOwnOrigin(request, ownOrigin())
        if (better !== null) return reply.redirect(better)
        reply.hijack()
        for (const [name, value] of Object.entries(EVERYWHERE)) reply.raw.setHeader(name, value)
        // Whatever a client claims, SvelteKit learns the scheme from us.
        request.raw.headers['x-forwarded-proto'] = request.protocol
        listener(request.raw, reply.raw, () => {
          reply.raw.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
        })
        return undefined
      })
    }
  })
}

/** `localhost` and `127.0.0.1` are the same server and two origins: whoever comes by the other name is sent to the one that works. */
function addressOfOwnOrigin(
  { method, hostname, host, url }: FastifyRequest,
  ownOrigin: string,
): string | null {
  const own = new URL(ownOrigin)
  const isOtherName = THIS_MACHINE.has(hostname) && THIS_MACHINE.has(own.hostname) && host !== own.host
  return method === 'GET' && isOtherName ? `${ownOrigin}${url}` : null
}

function listenerOf(module: unknown): Listener {
  if (typeof module === 'object' && module !== null && 'handler' in module && isListener(module.handler)) {
    return module.handler
  }
  throw new Error('packages/editor/build/handler.js has no handler; run: npm run build -w packages/editor')
}

function isListener(value: unknown): value is Listener {
  return typeof value === 'function'
}
