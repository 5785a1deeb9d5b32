import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

export interface MetricsRouteParts {
  /** What a reader has to show. */
  readonly token: string
  readonly text: () => string
  /** Rejects when the database does not answer. */
  readonly askDatabase: () => Promise<unknown>
}

/** `/metrics` for Prometheus, for who shows the token; for everybody else there is no such address. */
export function registerMetrics(app: FastifyInstance, { token, text, askDatabase }: MetricsRouteParts): void {
  const expected = digest(`Bearer ${token}`)
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return reply.callNotFound()
    const databaseUp = await askDatabase().then(
      () => 1,
      () => 0,
    )
    const database = [
      '# HELP shopbell_database_up Whether the database answered just now.',
      '# TYPE shopbell_database_up gauge',
      `shopbell_database_up ${String(databaseUp)}`,
    ]
    return reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(`${text()}${database.join('\n')}\n`)
  })
}

/** Of one length, whatever is shown. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
