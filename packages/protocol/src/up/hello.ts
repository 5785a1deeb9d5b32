import Type, { type Static } from 'typebox'
import { closed, LocaleTag, PublicId, SeqOrZero } from '../field.ts'

/** First frame of a socket, within `HELLO_WITHIN_MS`. Transport only: it starts nothing. `after` is the last seq the client holds. */
export const Hello = Type.Object(
  {
    type: Type.Literal('hello'),
    token: Type.Optional(Type.String({ minLength: 20, maxLength: 200 })),
    conversation: Type.Optional(PublicId),
    after: SeqOrZero,
    locale: LocaleTag,
    /** The IANA zone of the buyer's clock, for times that they are told; one that nobody knows is no harm (STS-10). */
    timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    epoch: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    identity: Type.Optional(Type.String({ minLength: 1, maxLength: 4_096 })),
  },
  closed,
)
export type Hello = Static<typeof Hello>
