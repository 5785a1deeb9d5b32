import Type, { type Static } from 'typebox'
import { CollectedAnswer } from '../console/collected-answer.ts'
import { ThreadMessage } from '../console/thread-message.ts'
import { ConversationSummary } from '../console/conversation-summary.ts'
import { ClientId, closed, Instant, PublicId, Seq, SentText, SeqOrZero, ShownText } from '../field.ts'

/**
 * `GET /api/v1/conversations?view=open|follow|mine|closed|all&before=<cursor>&limit=`: what waits for a person first, oldest wait on top;
 * then by last message. `follow` is what people have to do with (WEL-12), `mine` what waits for anybody and what the asker has.
 */
export const ConversationList = Type.Object(
  {
    conversations: Type.Array(ConversationSummary),
    waiting: Type.Integer({ minimum: 0 }),
    next: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)
export type ConversationList = Static<typeof ConversationList>

/** What the robot has planned for a conversation: "reminder at 14:05". */
export const PlannedTimer = Type.Object(
  {
    kind: Type.Union([Type.Literal('reminder'), Type.Literal('timeout'), Type.Literal('other')]),
    block: ShownText,
    dueAt: Instant,
  },
  closed,
)
export type PlannedTimer = Static<typeof PlannedTimer>

/**
 * Why the robot said nothing after the message numbered `after` (0: before the first one), with what the decision was made from. The
 * codes are those of docs/errors.md; one that a console does not know is not shown.
 */
export const Silence = Type.Object(
  {
    after: SeqOrZero,
    at: Instant,
    code: Type.String({ maxLength: 64 }),
    because: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
    ),
  },
  closed,
)
export type Silence = Static<typeof Silence>

/** `GET /api/v1/conversations/:id`: with the last 100 messages; older ones by `GET …/messages?before=<seq>`. */
export const ConversationDetail = Type.Object(
  {
    conversation: ConversationSummary,
    messages: Type.Array(ThreadMessage),
    silences: Type.Array(Silence),
    answers: Type.Array(CollectedAnswer),
    timers: Type.Array(PlannedTimer),
    flowVersion: Type.Optional(Type.Integer({ minimum: 1 })),
    /** The buyer has seen everything up to here. */
    buyerReadSeq: SeqOrZero,
  },
  closed,
)
export type ConversationDetail = Static<typeof ConversationDetail>

/** `GET /api/v1/conversations/:id/messages?before=<seq>&limit=`: up to 100, ascending. */
export const MessagePage = Type.Object(
  { messages: Type.Array(ThreadMessage), silences: Type.Array(Silence) },
  closed,
)
export type MessagePage = Static<typeof MessagePage>

/** `POST /api/v1/conversations/:id/replies`: a person's words; the robot is silent from then on (STA-02). Repeat with the same `id`. */
export const ReplyBody = Type.Object(
  {
    id: ClientId,
    text: SentText,
    /** The robot drafted it, and this account approved it (CNT-08). */
    assisted: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type ReplyBody = Static<typeof ReplyBody>
export const ReplyStored = Type.Object({ seq: Seq }, closed)
export type ReplyStored = Static<typeof ReplyStored>

/**
 * `POST /api/v1/conversations/:id/needs-answer`: says by hand whether a buyer's message needs an answer in what is counted (STS-09).
 * Answers the message.
 */
export const NeedsAnswerBody = Type.Object({ seq: Seq, needsAnswer: Type.Boolean() }, closed)
export type NeedsAnswerBody = Static<typeof NeedsAnswerBody>

/** Whom the asker saw the conversation with; null: with nobody. Where somebody else has it by now, nothing changes: `TAKEN`. */
const SeenWith = Type.Optional(Type.Union([PublicId, Type.Null()]))

/**
 * `POST /api/v1/conversations/:id/handling`: `take` assigns it to the asking account (and opens it again), `assign` to a colleague,
 * `return` gives it back to the robot, `close` ends the session.
 */
export const HandlingBody = Type.Union([
  Type.Object({ action: Type.Literal('take'), from: SeenWith }, closed),
  Type.Object({ action: Type.Literal('assign'), to: PublicId, from: SeenWith }, closed),
  Type.Object({ action: Type.Union([Type.Literal('return'), Type.Literal('close')]) }, closed),
])
export type HandlingBody = Static<typeof HandlingBody>
export const HandlingChanged = Type.Object({ conversation: ConversationSummary }, closed)
export type HandlingChanged = Static<typeof HandlingChanged>

/** With `TAKEN`: who has the conversation. */
export const Holder = Type.Object({ id: PublicId, name: ShownText }, closed)
export type Holder = Static<typeof Holder>

/** `POST /api/v1/conversations/:id/read`: the asking account has seen everything up to `seq`. Answers 204. */
export const ReadBody = Type.Object({ seq: Seq }, closed)
export type ReadBody = Static<typeof ReadBody>
