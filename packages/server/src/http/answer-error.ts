import { ERROR_CATALOGUE } from '@shopbell/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../reception/refused.ts'
import { refuse } from './refuse.ts'
import { UnfitRequest } from './unfit-request.ts'

/** The catalogue’s sentence is for the sockets, too. */
const NOT_TAKEN = 'This is not what this address takes; mend it and send it again.'
const JSON_TYPE = 'application/json'
const NO_JSON = 'The body is not one well-formed JSON value; check it and send it again.'

/** What was thrown on the way, as an answer of the catalogue. What we did not foresee is logged and says nothing of itself. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof UnfitRequest) {
    answerUnfit(error, request, reply)
    return
  }
  if (codeOf(error) === 'FST_ERR_BAD_URL') {
    refuse(request, reply, { refused: 'NOT_FOUND' })
    return
  }
  switch (statusOf(error)) {
    case 400:
      refuse(request, reply, { refused: 'NOT_UNDERSTOOD', message: NO_JSON })
      return
    case 413:
      refuse(request, reply, { refused: 'TOO_BIG' })
      return
    case 415:
      answerOtherType(request, reply)
      return
    default:
      request.log.error({ err: error }, 'a request of the console failed')
      refuse(request, reply, refusalOf(error))
  }
}

/** What it takes instead is said in words and, as RFC 9110 has it for this status, in a header. */
function answerOtherType(request: FastifyRequest, reply: FastifyReply): void {
  const { takes = [JSON_TYPE] } = request.routeOptions.schema ?? {}
  void reply.header('accept', takes.join(', '))
  if (takes.every((type) => type === JSON_TYPE)) {
    refuse(request, reply, { refused: 'NOT_JSON' })
    return
  }
  const message = `This address takes ${takes.join(' or ')}; send the body as one of them.`
  refuse(request, reply, { refused: 'NOT_JSON', message })
}

/** An address that no thing can have is answered like one that nothing has. */
function answerUnfit(error: UnfitRequest, request: FastifyRequest, reply: FastifyReply): void {
  const { code, part, places } = error
  if (part === 'params') {
    refuse(request, reply, { refused: 'NOT_FOUND' })
    return
  }
  const [first] = places
  const where = first === undefined ? '' : ` In ${first.in}${first.pointer.slice(1)}: ${first.detail}.`
  const said = code === 'NOT_UNDERSTOOD' ? NOT_TAKEN : ERROR_CATALOGUE[code].message
  refuse(request, reply, { refused: code, errors: places, message: said + where })
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return 500
  return typeof error.statusCode === 'number' ? error.statusCode : 500
}
