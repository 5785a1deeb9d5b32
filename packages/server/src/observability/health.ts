import type { FastifyInstance } from 'fastify'

/** What readiness depends on. */
export interface Readiness {
  readonly draining: () => boolean
  /** Rejects when the database does not answer. */
  readonly askDatabase: () => Promise<unknown>
}

const WAIT_FOR_DATABASE_MS = 2_000

/** `/healthz`: the process is alive. `/readyz`: it should get traffic: the database answers and it is not going down. */
export function registerHealth(app: FastifyInstance, readiness: Readiness): void {
  const quiet = { logLevel: 'warn' } as const
  app.get('/healthz', quiet, async (_request, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'alive' })
  })
  app.get('/readyz', quiet, async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    if (readiness.draining()) return reply.code(503).send({ status: 'draining' })
    try {
      await withinMs(WAIT_FOR_DATABASE_MS, readiness.askDatabase())
      return await reply.send({ status: 'ready' })
    } catch (error) {
      request.log.warn({ err: error }, 'the database does not answer')
      return reply.code(503).send({ status: 'database away' })
    }
  })
}

async function withinMs<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer within ${String(limitMs)} ms.`))
    }, limitMs)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
