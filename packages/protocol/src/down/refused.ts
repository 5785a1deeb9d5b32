import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

/** A frame that changed nothing, and why. With `retryAfterMs` the same frame may be sent again after that time. */
export const Refused = Type.Object(
  {
    type: Type.Literal('refused'),
    id: Type.Optional(Type.String({ maxLength: 64 })),
    code: Type.String({ maxLength: 40 }),
    message: Type.String({ maxLength: 400 }),
    retryAfterMs: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  closed,
)
export type Refused = Static<typeof Refused>
