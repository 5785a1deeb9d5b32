import Type, { type Static } from 'typebox'
import { closed, FlowId } from './id.ts'

const Unit = Type.String({ minLength: 1, maxLength: 20 })

/** What a smart question collects (SQ-06). `options` are ids; their labels are texts of the block that asks. Bounds are inclusive. */
export const Variable = Type.Union([
  Type.Object({ type: Type.Literal('choice'), options: Type.Array(FlowId, { maxItems: 50 }) }, closed),
  Type.Object({ type: Type.Literal('choices'), options: Type.Array(FlowId, { maxItems: 50 }) }, closed),
  Type.Object(
    {
      type: Type.Literal('number'),
      unit: Type.Optional(Unit),
      min: Type.Optional(Type.Number()),
      max: Type.Optional(Type.Number()),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('text') }, closed),
  Type.Object({ type: Type.Literal('date') }, closed),
])
export type Variable = Static<typeof Variable>
export type VariableType = Variable['type']

/** A collected answer: an option id or free text, a number, option ids, or a date `YYYY-MM-DD`. */
export type AnswerValue = string | number | readonly string[]
