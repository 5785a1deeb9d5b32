import Type, { type Static } from 'typebox'
import { closed, PublicId, SeqOrZero } from '../field.ts'
import { ConsoleWatchDraft } from './console-draft.ts'

/** First frame of a console socket: a one-time ticket from `POST /api/v1/socket-tickets`. */
export const ConsoleHello = Type.Object(
  { type: Type.Literal('hello'), ticket: Type.String({ minLength: 20, maxLength: 200 }) },
  closed,
)
/** Follow one conversation's messages from `after`; at most one at a time, `null` follows none. */
export const ConsoleWatch = Type.Object(
  { type: Type.Literal('watch'), conversation: Type.Union([PublicId, Type.Null()]), after: SeqOrZero },
  closed,
)
/** The agent is writing in the watched conversation. */
export const ConsoleTyping = Type.Object({ type: Type.Literal('typing') }, closed)

/** Everything a console may say on its socket. What changes anything goes over HTTP. */
export const ConsoleUp = Type.Union([ConsoleHello, ConsoleWatch, ConsoleTyping, ConsoleWatchDraft])
export type ConsoleUp = Static<typeof ConsoleUp>
