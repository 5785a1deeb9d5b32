import type { FastifyReply } from 'fastify'
import { type GivenAnswer, settleRequest } from '../accounts/repeated-requests.ts'
import { claimRequest } from './claim-request.ts'
import type { ConsoleApp } from './console-app.ts'
import type { ConsoleParts } from './console-parts.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Of an `Idempotency-Key`: `never`, the answer holds a secret that must not be kept; `by_route`, the route claims it itself, since its
     * body is known only when it is read. Routes that take no tokens are `never` anyway.
     */
    idempotency?: 'never' | 'by_route'
  }
}

const TOO_MANY = 429

/**
 * A request with an `Idempotency-Key` is done once: who sends it again gets the answer of the first time. The answer to what changes
 * something is kept by the transaction that does it; any other, before it is sent, so a client that heard it can rely on it. Only what
 * says "again later" (429, 5xx) is not kept.
 */
export function repeatRequests(app: ConsoleApp, parts: ConsoleParts): void {
  app.decorateRequest('claim', null)

  // After the check of the body: what does not fit was not done, and is not kept.
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config.idempotency === 'by_route') return
    if (!(await claimRequest(parts, request, reply, request.body))) return reply
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.claim === null) return
    try {
      await settleRequest(parts, request.claim, givenIn(reply, payload))
    } catch (error) {
      // What was done is done, and the answer says so; the key is free again when the claim has run out.
      request.log.error({ err: error }, 'the answer to a repeatable request could not be kept')
    }
  })
}

/** What is to be kept of an answer; null: nothing, it asks to come again. */
function givenIn(reply: FastifyReply, payload: unknown): GivenAnswer | null {
  const status = reply.statusCode
  if (status >= 500 || status === TOO_MANY) return null
  const type = reply.getHeader('content-type')
  return {
    status,
    mediaType: typeof type === 'string' ? type : null,
    answer: typeof payload === 'string' ? payload : null,
  }
}
