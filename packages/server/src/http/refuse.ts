import {
  type DraftMoved,
  ERROR_CATALOGUE,
  type ErrorCode,
  type FlowProblem,
  type Holder,
  type HttpError,
} from '@shopbell/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refused } from '../reception/refused.ts'

/**
 * A refusal that may carry what is wrong with a flow, who moved a draft on, who has a conversation, and a sentence more exact than
 * the catalogue's.
 */
export interface HttpRefusal extends Refused {
  readonly problems?: readonly FlowProblem[]
  readonly moved?: DraftMoved
  readonly holder?: Holder
  readonly message?: string
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts the refusals of all requests. */
    onRefused?: (code: ErrorCode) => void
  }
}

/** Ends a request with an error of the catalogue: its status, its sentence, and the id that finds the log line. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: HttpRefusal): void {
  const { status, message } = ERROR_CATALOGUE[refusal.refused]
  request.server.onRefused?.(refusal.refused)
  const { retryAfterMs, problems, moved, holder } = refusal
  const body: HttpError = {
    code: refusal.refused,
    message: refusal.message ?? message,
    requestId: request.id,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(problems === undefined ? {} : { problems: [...problems] }),
    ...(moved === undefined ? {} : { moved }),
    ...(holder === undefined ? {} : { holder }),
  }
  if (retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
  void reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}
