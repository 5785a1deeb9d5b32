import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'
import { Holder } from './conversations.ts'
import { FlowProblem } from './flow.ts'
import { DraftMoved } from './flow-publishing.ts'
import { TokenScope } from './token-scope.ts'

/** The media type of every answer that is not 2xx. */
export const HTTP_ERROR_TYPE = 'application/problem+json'

/** One place in a request that does not fit: `pointer` is a JSON Pointer as a fragment (`#/scopes/0`) into the part `in`. */
export const UnfitPlace = Type.Object(
  { in: Type.Enum(['body', 'query', 'header']), pointer: Type.String(), detail: Type.String() },
  closed,
)
export type UnfitPlace = Static<typeof UnfitPlace>

/**
 * The body of every answer that is not 2xx: problem details (RFC 9457). `code` is from the error catalogue and what programs look at;
 * `type` is its address on the same server, `title` its name in words, `detail` the sentence that says what went wrong and what to do.
 * `requestId` finds the log line.
 */
export const HttpError = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String(),
    code: Type.String(),
    requestId: Type.Optional(Type.String()),
    retryAfterMs: Type.Optional(Type.Integer({ minimum: 0 })),
    /** With `NOT_UNDERSTOOD` and `BAD_TEXT`: where. */
    errors: Type.Optional(Type.Array(UnfitPlace)),
    /** With `SCOPE_MISSING`: which. */
    scope: Type.Optional(TokenScope),
    problems: Type.Optional(Type.Array(FlowProblem)),
    moved: Type.Optional(DraftMoved),
    holder: Type.Optional(Holder),
  },
  closed,
)
export type HttpError = Static<typeof HttpError>
