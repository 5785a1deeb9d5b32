import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { ServerMetrics } from './server-metrics.ts'

export interface MetricsRouteParts {
  /** What a reader has to show. */
  readonly token: string
  readonly metrics: Pick<ServerMetrics, 'text' | 'contentType'>
}

/** `/metrics` for Prometheus, for who shows the token; for everybody else there is no such address. */
export function registerMetrics(app: FastifyInstance, { token, metrics }: MetricsRouteParts): void {
  const expected = digest(`Bearer ${token}`)
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return reply.callNotFound()
    const text = await metrics.text()
    return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text)
  })
}

/** Of one length, whatever is shown. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
