import Type, { type Static } from 'typebox'
import { Message } from '../down/message.ts'
import { closed, ShownText } from '../field.ts'

/** A message as the people of the store see it: with what buyers do not get to see. */
export const ThreadMessage = Type.Object(
  {
    ...Message.properties,
    /** Who wrote it, of a person's words; left out where nobody wrote that down. */
    by: Type.Optional(ShownText),
    /** The robot drafted what this person sent (CNT-08). */
    assisted: Type.Optional(Type.Literal(true)),
    /** Of a buyer's message: whether somebody has to answer it, in what is counted (STS-09). */
    needsAnswer: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type ThreadMessage = Static<typeof ThreadMessage>
