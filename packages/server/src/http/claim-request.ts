import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepFor } from '../accounts/keep-answer.ts'
import { beginRequest, type GivenAnswer, type Repeat } from '../accounts/repeated-requests.ts'
import { takesTokens } from './access.ts'
import type { ConsoleParts } from './console-parts.ts'
import { type HttpRefusal, refuse } from './refuse.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request has to settle, where it carries an `Idempotency-Key`. */
    claim: Extract<Repeat, { claim: unknown }>['claim'] | null
  }
}

/** Visible ASCII, as it stands: two spellings are two keys. */
const KEY = /^[\x21-\x7e]{1,128}$/
const BUSY_RETRY_MS = 1_000
const JSON_TYPE = 'application/json; charset=utf-8'

/**
 * Claims the `Idempotency-Key` of a request that asks for `body`: from then on its actor keeps the answer in the transaction that does
 * what is asked (`doOnce`). False: it is answered, with what was answered before or why it cannot be; do nothing. True without a key.
 */
export async function claimRequest(
  parts: ConsoleParts,
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
): Promise<boolean> {
  const key = request.headers['idempotency-key']
  if (key === undefined || request.method === 'GET' || request.method === 'HEAD') return true
  const { actor, method, url } = request
  const { access = 'anyone', idempotency } = request.routeOptions.config
  if (actor === null || idempotency === 'never' || !takesTokens(access)) {
    refuse(request, reply, { refused: 'IDEMPOTENCY_NOT_OFFERED' })
    return false
  }
  if (typeof key !== 'string' || !KEY.test(key)) {
    refuse(request, reply, UNFIT_KEY)
    return false
  }

  // Who erases a thing hears nothing of it, and may ask again when it is gone.
  const about = method === 'DELETE' ? null : idIn(request.params)
  const repeat = await beginRequest(parts, actor, { key, method, url, about, body })
  if ('claim' in repeat) {
    const { claim } = repeat
    request.claim = claim
    request.actor = { ...actor, keep: keepFor(claim, (answer) => writtenBy(reply, answer)) }
    return true
  }
  if ('again' in repeat) answerAgain(reply, repeat.again)
  else if (repeat.refused === 'IDEMPOTENCY_REUSED') refuse(request, reply, repeat)
  else refuse(request, reply, { ...repeat, retryAfterMs: BUSY_RETRY_MS })
  return false
}

const UNFIT_KEY: HttpRefusal = {
  refused: 'NOT_UNDERSTOOD',
  message: 'The header Idempotency-Key is 1 to 128 visible ASCII characters without spaces; send such a key.',
  errors: [
    { in: 'header', pointer: '#/idempotency-key', detail: 'must be 1 to 128 visible ASCII characters' },
  ],
}

/** An answer as it will leave: checked by the route's schema, so that what does not fit it rolls back what was done. */
function writtenBy(reply: FastifyReply, answer: object | null): GivenAnswer {
  if (answer === null) return { status: 204, mediaType: null, answer: null }
  const text = reply.serializeInput({ ...answer }, '200')
  if (typeof text !== 'string') throw new Error('A route writes its answers as text.')
  return { status: 200, mediaType: JSON_TYPE, answer: text }
}

function answerAgain(reply: FastifyReply, { status, mediaType, answer }: GivenAnswer): void {
  void reply.code(status).header('idempotency-replayed', 'true').serializer(String)
  if (mediaType !== null) void reply.type(mediaType)
  void reply.send(answer ?? undefined)
}

/** The id in the address, by which what is kept of a thing is found again. */
function idIn(params: FastifyRequest['params']): string | null {
  if (typeof params !== 'object' || params === null || !('id' in params)) return null
  return typeof params.id === 'string' ? params.id : null
}
