import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'
import { Refused } from '../down/refused.ts'
import { TypingDown } from '../down/typing.ts'

/** What the shop says, as Botkit's web chat shows it: `text` is Markdown, a quick reply sends its payload as the buyer's words. */
export const BotkitMessage = Type.Object(
  {
    type: Type.Literal('message'),
    text: Type.String({ maxLength: 200_000 }),
    quick_replies: Type.Optional(
      Type.Array(Type.Object({ title: Type.String({ maxLength: 200_000 }), payload: ShownText }, closed), {
        maxItems: 50,
      }),
    ),
  },
  closed,
)
export type BotkitMessage = Static<typeof BotkitMessage>

/** Everything the server may say to a Botkit client. `refused` is for programs: Botkit's own client leaves it unread. */
export const BotkitDown = Type.Union([BotkitMessage, TypingDown, Refused])
export type BotkitDown = Static<typeof BotkitDown>

/** What the webhook answers: all that was said since the last answer. */
export const BotkitAnswer = Type.Array(BotkitMessage)
export type BotkitAnswer = Static<typeof BotkitAnswer>

/** The newest messages, oldest first. `message_received` are the buyer's. */
export const BotkitHistory = Type.Object(
  {
    success: Type.Literal(true),
    history: Type.Array(
      Type.Object(
        {
          type: Type.Union([Type.Literal('message_received'), Type.Literal('message_sent')]),
          text: Type.String({ maxLength: 200_000 }),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type BotkitHistory = Static<typeof BotkitHistory>
