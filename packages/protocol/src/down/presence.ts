import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

/** How many people of the store are here now. */
export const Presence = Type.Object(
  { type: Type.Literal('presence'), people: Type.Integer({ minimum: 0 }) },
  closed,
)
export type Presence = Static<typeof Presence>
