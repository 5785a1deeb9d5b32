import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'
import { ChoiceOption } from './choices-content.ts'

/** What a smart question wants to know (SQ-06). `choice` is one of the options, `choices` one or more, `date` is `YYYY-MM-DD`. */
export const FormField = Type.Object(
  {
    type: Type.Union([
      Type.Literal('choice'),
      Type.Literal('choices'),
      Type.Literal('number'),
      Type.Literal('text'),
      Type.Literal('date'),
      Type.Literal('file'),
    ]),
    options: Type.Optional(Type.Array(ChoiceOption, { maxItems: 50 })),
    unit: Type.Optional(Type.String({ maxLength: 40 })),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
  },
  closed,
)
export type FormField = Static<typeof FormField>

/** One smart question. Answered by `send` with content `choice`, `text`, or `answer`. */
export const FormContent = Type.Object(
  { kind: Type.Literal('form'), text: ShownText, field: FormField },
  closed,
)
export type FormContent = Static<typeof FormContent>
