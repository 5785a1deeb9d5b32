import Type, { type Static } from 'typebox'
import { closed, Seq } from '../field.ts'

/**
 * Whether an automatic answer solved the buyer's matter (FAQ-17). May be said again and otherwise: the last word counts. Answered by
 * `judged`, or `refused` with `NOT_HELD` where the message is no answer of the robot to a question of this buyer.
 */
export const Judge = Type.Object(
  { type: Type.Literal('judge'), message: Seq, solved: Type.Boolean() },
  closed,
)
export type Judge = Static<typeof Judge>
