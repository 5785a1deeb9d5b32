import Type, { type Static } from 'typebox'
import { closed, ExternalRef } from '../field.ts'

/** The buyer's page showed these products, or the buyer opened their cards; recommendations follow it (REC-01, REC-04). Not answered. */
export const Look = Type.Object(
  {
    type: Type.Literal('look'),
    at: Type.Enum(['page', 'card']),
    refs: Type.Array(ExternalRef, { minItems: 1, maxItems: 10 }),
  },
  closed,
)
export type Look = Static<typeof Look>
