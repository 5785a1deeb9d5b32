import {
  describeError,
  type DraftMoved,
  type ErrorCode,
  type FlowProblem,
  type Holder,
  HTTP_ERROR_TYPE,
  type HttpError,
  type TokenScope,
  type UnfitPlace,
} from '@shopbell/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refused } from '../reception/refused.ts'

/**
 * A refusal that may carry which places of the request do not fit, what is wrong with a flow, who moved a draft on, who has a
 * conversation, which scope a token lacks, and a sentence more exact than the catalogue's.
 */
export interface HttpRefusal extends Refused {
  readonly errors?: readonly UnfitPlace[]
  readonly problems?: readonly FlowProblem[]
  readonly moved?: DraftMoved
  readonly holder?: Holder
  readonly scope?: TokenScope
  readonly message?: string
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts the refusals of all requests. */
    onRefused?: (code: ErrorCode) => void
  }
}

/** Ends a request with an error of the catalogue as problem details: its status, its sentence, and the id that finds the log line. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: HttpRefusal): void {
  request.server.onRefused?.(refusal.refused)
  const { retryAfterMs, errors, problems, moved, holder, scope } = refusal
  const body: HttpError = {
    ...describeError(refusal.refused, refusal.message),
    requestId: request.id,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(scope === undefined ? {} : { scope }),
    ...(problems === undefined ? {} : { problems: [...problems] }),
    ...(moved === undefined ? {} : { moved }),
    ...(holder === undefined ? {} : { holder }),
  }
  if (retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
  const challenge = challengeOf(refusal)
  if (challenge !== null) void reply.header('www-authenticate', challenge)
  // A text as it stands: Fastify would add a charset to the type of an object, which JSON does not have (RFC 8259).
  void reply.code(body.status).type(HTTP_ERROR_TYPE).serializer(String).send(JSON.stringify(body))
}

/** How a program is to show itself (RFC 6750). */
function challengeOf({ refused, scope }: HttpRefusal): string | null {
  if (refused === 'NOT_SIGNED_IN') return 'Bearer'
  return scope === undefined ? null : `Bearer error="insufficient_scope", scope="${scope}"`
}
