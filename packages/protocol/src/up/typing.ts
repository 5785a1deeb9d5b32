import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

/** The buyer is writing. Rate limited, never stored. */
export const TypingUp = Type.Object({ type: Type.Literal('typing') }, closed)
export type TypingUp = Static<typeof TypingUp>
