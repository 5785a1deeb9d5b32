import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'
import { Holder } from './conversations.ts'
import { FlowProblem } from './flow.ts'
import { DraftMoved } from './flow-publishing.ts'

/** The body of every answer that is not 2xx. `code` is from the error catalogue; `requestId` finds the log line. */
export const HttpError = Type.Object(
  {
    code: Type.String(),
    message: Type.String(),
    requestId: Type.Optional(Type.String()),
    retryAfterMs: Type.Optional(Type.Integer({ minimum: 0 })),
    problems: Type.Optional(Type.Array(FlowProblem)),
    moved: Type.Optional(DraftMoved),
    holder: Type.Optional(Holder),
  },
  closed,
)
export type HttpError = Static<typeof HttpError>
