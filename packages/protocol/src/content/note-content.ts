import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'

/** A line of the system that both sides see: a person took over, the conversation was closed, … `code` names it for clients. */
export const NoteContent = Type.Object(
  {
    kind: Type.Literal('note'),
    code: Type.Union([
      Type.Literal('waiting_for_person'),
      Type.Literal('person_joined'),
      Type.Literal('robot_returned'),
      Type.Literal('closed'),
    ]),
    text: ShownText,
  },
  closed,
)
export type NoteContent = Static<typeof NoteContent>
