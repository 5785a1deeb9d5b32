import Type, { type Static } from 'typebox'
import { closed, Instant } from '../field.ts'

/** Whether people of the store receive now, and else from when on, where that is known. Takes the place of what `welcome` said. */
export const Opening = Type.Object(
  { type: Type.Literal('opening'), open: Type.Boolean(), opensAt: Type.Optional(Instant) },
  closed,
)
export type Opening = Static<typeof Opening>
