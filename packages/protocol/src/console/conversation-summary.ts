import Type, { type Static } from 'typebox'
import { closed, Instant, LocaleTag, PublicId, SeqOrZero, ShownText } from '../field.ts'
import { Author } from '../message-kind.ts'

/** Who speaks for the store in a conversation (STA-02). */
export const Handling = Type.Union([
  Type.Literal('robot'),
  Type.Literal('waiting'),
  Type.Literal('human'),
  Type.Literal('closed'),
])
export type Handling = Static<typeof Handling>

/** One row of the conversation list. `waitingSince` is set while the buyer waits for a person; those rows come first, oldest first. */
export const ConversationSummary = Type.Object(
  {
    id: PublicId,
    buyer: Type.Object({ name: ShownText, locale: Type.Optional(LocaleTag) }, closed),
    handling: Handling,
    assignee: Type.Optional(Type.Object({ id: PublicId, name: ShownText }, closed)),
    head: SeqOrZero,
    lastAt: Instant,
    last: Type.Optional(Type.Object({ author: Author, automatic: Type.Boolean(), text: ShownText }, closed)),
    waitingSince: Type.Optional(Instant),
    answers: Type.Integer({ minimum: 0 }),
    unread: Type.Integer({ minimum: 0 }),
  },
  closed,
)
export type ConversationSummary = Static<typeof ConversationSummary>
