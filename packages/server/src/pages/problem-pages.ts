import { ERROR_CATALOGUE, ERROR_PAGES, type ErrorCode } from '@shopbell/protocol'
import type { FastifyInstance } from 'fastify'

/** Explains each error at the address that its answers give as `type` (RFC 9457): in plain text, to whoever opens it. */
export function problemPages(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>(`${ERROR_PAGES}:code`, async ({ params: { code } }, reply) => {
    if (!isErrorCode(code)) return reply.callNotFound()
    const { status, message, solve } = ERROR_CATALOGUE[code]
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${code} (${String(status)})\n\n${message}\n\n${solve}\n`)
  })
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, code)
}
