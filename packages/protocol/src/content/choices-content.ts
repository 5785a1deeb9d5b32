import Type, { type Static } from 'typebox'
import { closed, FlowId, ShownText } from '../field.ts'

export const ChoiceOption = Type.Object({ id: FlowId, label: ShownText }, closed)
export type ChoiceOption = Static<typeof ChoiceOption>

/** A list of questions to tap. `list` is the version of the FAQ list the buyer now holds (PUB-04). */
export const ChoicesContent = Type.Object(
  {
    kind: Type.Literal('choices'),
    text: Type.Optional(ShownText),
    options: Type.Array(ChoiceOption, { maxItems: 50 }),
    list: Type.Optional(Type.String({ maxLength: 80 })),
  },
  closed,
)
export type ChoicesContent = Static<typeof ChoicesContent>
