import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

/** A person of the store is writing; show it for five seconds. */
export const TypingDown = Type.Object({ type: Type.Literal('typing') }, closed)
export type TypingDown = Static<typeof TypingDown>
