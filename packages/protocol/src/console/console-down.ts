import Type, { type Static } from 'typebox'
import { Refused } from '../down/refused.ts'
import { closed, PublicId, Seq, SeqOrZero } from '../field.ts'
import { CollectedAnswer } from './collected-answer.ts'
import { ConsoleDraft, ConsoleEditors } from './console-draft.ts'
import { ConsoleBuyerRead, ConsoleOthers, ConsoleTeam } from './console-team.ts'
import { ConversationSummary } from './conversation-summary.ts'
import { ThreadMessage } from './thread-message.ts'

/** The ticket was good. */
export const ConsoleWelcome = Type.Object({ type: Type.Literal('welcome') }, closed)
/** A conversation began or changed: put or replace its row. */
export const ConsoleConversation = Type.Object(
  { type: Type.Literal('conversation'), conversation: ConversationSummary },
  closed,
)
/** A conversation is gone, because its buyer was erased: take its row and whatever is shown of it away. */
export const ConsoleGone = Type.Object({ type: Type.Literal('gone'), conversation: PublicId }, closed)
/** A message of the watched conversation, in seq order, none left out. */
export const ConsoleMessage = Type.Object(
  { type: Type.Literal('message'), conversation: PublicId, message: ThreadMessage },
  closed,
)
/** The collected answers of the watched conversation, whole. */
export const ConsoleAnswers = Type.Object(
  { type: Type.Literal('answers'), conversation: PublicId, answers: Type.Array(CollectedAnswer) },
  closed,
)
/** The buyer of the watched conversation is writing. */
export const ConsoleBuyerTyping = Type.Object(
  { type: Type.Literal('typing'), conversation: PublicId },
  closed,
)
/** What the buyer of the watched conversation says of an automatic answer (FAQ-17). */
export const ConsoleJudged = Type.Object(
  { type: Type.Literal('judged'), conversation: PublicId, seq: Seq, solved: Type.Boolean() },
  closed,
)
/** Every `BEAT_EVERY_MS`; `head` is the watched conversation's last seq, 0 without one. */
export const ConsoleBeat = Type.Object({ type: Type.Literal('beat'), head: SeqOrZero }, closed)

/** Everything the server may say on a console's socket. */
export const ConsoleDown = Type.Union([
  ConsoleWelcome,
  ConsoleConversation,
  ConsoleGone,
  ConsoleMessage,
  ConsoleAnswers,
  ConsoleBuyerTyping,
  ConsoleJudged,
  ConsoleBeat,
  ConsoleDraft,
  ConsoleEditors,
  ConsoleTeam,
  ConsoleOthers,
  ConsoleBuyerRead,
  Refused,
])
export type ConsoleDown = Static<typeof ConsoleDown>
