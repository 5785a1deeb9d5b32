import Type, { type Static } from 'typebox'
import { closed, Instant, Seq, ShownText } from '../field.ts'

/**
 * One answer of a buyer to a smart question, as structured data (SQ-06, WEL-12). `shown` is `value` in the words of the session's
 * locale: the option's label, the number with its unit.
 */
export const CollectedAnswer = Type.Object(
  {
    variable: Type.String({ maxLength: 40 }),
    question: ShownText,
    value: Type.Union([Type.Number(), ShownText, Type.Array(ShownText)]),
    shown: ShownText,
    unit: Type.Optional(Type.String({ maxLength: 40 })),
    seq: Seq,
    at: Instant,
  },
  closed,
)
export type CollectedAnswer = Static<typeof CollectedAnswer>
