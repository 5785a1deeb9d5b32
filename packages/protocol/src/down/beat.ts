import Type, { type Static } from 'typebox'
import { closed, SeqOrZero } from '../field.ts'

/** Every `BEAT_EVERY_MS`. A client whose last seq is below `head` asks for `range`. */
export const Beat = Type.Object({ type: Type.Literal('beat'), head: SeqOrZero }, closed)
export type Beat = Static<typeof Beat>
