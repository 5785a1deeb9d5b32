import Type, { type Static } from 'typebox'
import { CollectedAnswer } from '../console/collected-answer.ts'
import { ConversationSummary, Handling } from '../console/conversation-summary.ts'
import { Message } from '../down/message.ts'
import { closed, Instant, LocaleTag, PublicId, Seq, ShownText } from '../field.ts'
import { Author } from '../message-kind.ts'
import { Contact } from './contacts.ts'
import { Order } from './order.ts'

/** A piece of a text; `hit` where it is what was looked for. */
export const ExcerptPart = Type.Object({ text: ShownText, hit: Type.Boolean() }, closed)
export type ExcerptPart = Static<typeof ExcerptPart>

/** A conversation that was found: the message that says why, and the buyer's name in pieces where that is why. */
export const FoundConversation = Type.Object(
  {
    conversation: ConversationSummary,
    name: Type.Optional(Type.Array(ExcerptPart)),
    excerpt: Type.Optional(
      Type.Object({ seq: Seq, author: Author, at: Instant, parts: Type.Array(ExcerptPart) }, closed),
    ),
  },
  closed,
)
export type FoundConversation = Static<typeof FoundConversation>

/**
 * `GET /api/v1/conversations/search?text=&state=&assignee=&from=&to=&before=&limit=`: every word of `text` in what people wrote, was
 * answered, or in the buyer's name; newest message first. Instants are milliseconds; `assignee` is an account's id or `nobody`.
 */
export const ConversationSearch = Type.Object(
  { conversations: Type.Array(FoundConversation), next: Type.Optional(Type.String({ maxLength: 200 })) },
  closed,
)
export type ConversationSearch = Static<typeof ConversationSearch>

/** A column of the collected answers: a question of some version of the flow, in its newest words. */
export const AnswerColumn = Type.Object(
  {
    variable: Type.String({ maxLength: 40 }),
    question: ShownText,
    unit: Type.Optional(Type.String({ maxLength: 40 })),
  },
  closed,
)
export type AnswerColumn = Static<typeof AnswerColumn>

/** What one conversation collected: the newest answer to each question. */
export const AnsweredConversation = Type.Object(
  {
    id: PublicId,
    buyer: Type.Object({ name: ShownText, locale: LocaleTag }, closed),
    handling: Handling,
    flowVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    beganAt: Instant,
    lastAt: Instant,
    answers: Type.Array(CollectedAnswer),
  },
  closed,
)
export type AnsweredConversation = Static<typeof AnsweredConversation>

/**
 * `GET /api/v1/answers?state=&version=&from=&to=&before=&limit=`: one row per conversation, the newest conversation first; `columns` are
 * those of this page. The same query at `/api/v1/answers/export` gives all of them as a CSV file.
 */
export const CollectedAnswers = Type.Object(
  {
    columns: Type.Array(AnswerColumn),
    rows: Type.Array(AnsweredConversation),
    next: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)
export type CollectedAnswers = Static<typeof CollectedAnswers>

/** `GET /api/v1/conversations/:id/export`: everything that is kept of a buyer, as a file to hand over (PRV-02). */
export const BuyerExport = Type.Object(
  {
    format: Type.Literal('shopbell.buyer.v1'),
    exportedAt: Instant,
    conversation: Type.Object(
      {
        id: PublicId,
        name: Type.Union([ShownText, Type.Null()]),
        locale: LocaleTag,
        beganAt: Instant,
        lastAt: Instant,
        handling: Handling,
      },
      closed,
    ),
    messages: Type.Array(Message),
    answers: Type.Array(CollectedAnswer),
    /** Products that the buyer viewed, asked about, opened or was shown; `at` is the last time. */
    products: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(['viewed', 'asked', 'shown', 'opened']),
          ref: ShownText,
          at: Instant,
          times: Type.Integer({ minimum: 1 }),
        },
        closed,
      ),
    ),
    orders: Type.Array(Order),
    /** On other channels, as the shop’s own systems told them. */
    contacts: Type.Array(Contact),
  },
  closed,
)
export type BuyerExport = Static<typeof BuyerExport>
