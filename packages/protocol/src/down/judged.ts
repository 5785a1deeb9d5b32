import Type, { type Static } from 'typebox'
import { closed, Seq } from '../field.ts'

/** What the buyer says of an automatic answer is stored; every tab of theirs hears it (FAQ-17). */
export const Judged = Type.Object(
  { type: Type.Literal('judged'), message: Seq, solved: Type.Boolean() },
  closed,
)
export type Judged = Static<typeof Judged>
