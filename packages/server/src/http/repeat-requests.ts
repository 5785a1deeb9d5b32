import type { FastifyReply, FastifyRequest } from 'fastify'
import { beginRequest, type GivenAnswer, type Repeat, settleRequest } from '../accounts/repeated-requests.ts'
import { takesTokens } from './access.ts'
import type { ConsoleApp } from './console-app.ts'
import type { ConsoleParts } from './console-parts.ts'
import { type HttpRefusal, refuse } from './refuse.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Where an `Idempotency-Key` keeps no answer: `natural`, doing it twice is doing it once; `never`, the answer holds a secret that
     * must not be kept. Routes that take no tokens are `never` anyway.
     */
    idempotency?: 'natural' | 'never'
  }
  interface FastifyRequest {
    claim: Extract<Repeat, { claim: unknown }>['claim'] | null
  }
}

/** Visible ASCII, as it stands: two spellings are two keys. */
const KEY = /^[\x21-\x7e]{1,128}$/
const BUSY_RETRY_MS = 1_000
const TOO_MANY = 429

/**
 * A request with an `Idempotency-Key` is done once: who sends it again gets the answer of the first time. The answer is kept before it
 * is sent, so a client that heard it can rely on it. Only what says "again later" (429, 5xx) is not kept.
 */
export function repeatRequests(app: ConsoleApp, parts: ConsoleParts): void {
  app.decorateRequest('claim', null)

  // After the check of the body: what does not fit was not done, and is not kept.
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key']
    if (key === undefined || request.method === 'GET' || request.method === 'HEAD') return
    const { access = 'anyone', idempotency } = request.routeOptions.config
    if (idempotency === 'natural') return
    const { actor } = request
    if (actor === null || idempotency === 'never' || !takesTokens(access))
      return refuse(request, reply, { refused: 'IDEMPOTENCY_NOT_OFFERED' })
    if (typeof key !== 'string' || !KEY.test(key)) return refuse(request, reply, UNFIT_KEY)

    const { method, url, body } = request
    // Who erases a thing hears nothing of it, and may ask again when it is gone.
    const about = method === 'DELETE' ? null : idIn(request.params)
    const repeat = await beginRequest(parts, actor, { key, method, url, about, body })
    if ('claim' in repeat) request.claim = repeat.claim
    else if ('again' in repeat) return answerAgain(reply, repeat.again)
    else if (repeat.refused === 'IDEMPOTENCY_REUSED') return refuse(request, reply, repeat)
    else return refuse(request, reply, { ...repeat, retryAfterMs: BUSY_RETRY_MS })
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

const UNFIT_KEY: HttpRefusal = {
  refused: 'NOT_UNDERSTOOD',
  message: 'The header Idempotency-Key is 1 to 128 visible ASCII characters without spaces; send such a key.',
  errors: [
    { in: 'header', pointer: '#/idempotency-key', detail: 'must be 1 to 128 visible ASCII characters' },
  ],
}

function answerAgain(reply: FastifyReply, { status, mediaType, answer }: GivenAnswer): FastifyReply {
  void reply.code(status).header('idempotency-replayed', 'true').serializer(String)
  if (mediaType !== null) void reply.type(mediaType)
  return reply.send(answer ?? undefined)
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

/** The id in the address, by which what is kept of a thing is found again. */
function idIn(params: FastifyRequest['params']): string | null {
  if (typeof params !== 'object' || params === null || !('id' in params)) return null
  return typeof params.id === 'string' ? params.id : null
}
