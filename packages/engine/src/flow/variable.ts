import Type, { type Static } from 'typebox'
import { closed, FlowId } from './id.ts'

const Unit = Type.String({ minLength: 1, maxLength: 20 })

const Options = Type.Array(FlowId, { maxItems: 50 })
const Choice = Type.Object({ type: Type.Literal('choice'), options: Options }, closed)
const Choices = Type.Object({ type: Type.Literal('choices'), options: Options }, closed)
const Quantity = Type.Object(
  {
    type: Type.Literal('number'),
    unit: Type.Optional(Unit),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
  },
  closed,
)
const FreeText = Type.Object({ type: Type.Literal('text') }, closed)
const CalendarDate = Type.Object({ type: Type.Literal('date') }, closed)

/** What a smart question collects (SQ-06). `options` are ids; their labels are texts of the block that asks. Bounds are inclusive. */
export const Variable = Type.Union([Choice, Choices, Quantity, FreeText, CalendarDate])
/** The shape of each type, by its name. */
export const VARIABLE_TYPES = {
  choice: Choice,
  choices: Choices,
  number: Quantity,
  text: FreeText,
  date: CalendarDate,
} as const
export type Variable = Static<typeof Variable>

/** A collected answer: an option id or free text, a number, option ids, or a date `YYYY-MM-DD`. */
export type AnswerValue = string | number | readonly string[]
