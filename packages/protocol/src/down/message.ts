import Type, { type Static } from 'typebox'
import { MessageContent } from '../content/message-content.ts'
import { ClientId, closed, Instant, Seq } from '../field.ts'
import { Author, MessageKind } from '../message-kind.ts'

/**
 * One stored message. `seq` is dense per conversation: 1, 2, 3 … in commit order. `id` is the client id and comes only with the
 * buyer's own messages; `replyTo` is the seq of the message that was tapped or answered; `solved` is what the buyer says of an automatic
 * answer, left out where nothing (FAQ-17).
 */
export const Message = Type.Object(
  {
    type: Type.Literal('message'),
    seq: Seq,
    at: Instant,
    author: Author,
    kind: MessageKind,
    content: MessageContent,
    id: Type.Optional(ClientId),
    replyTo: Type.Optional(Seq),
    solved: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type Message = Static<typeof Message>
