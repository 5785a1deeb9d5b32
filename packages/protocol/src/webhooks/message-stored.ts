import Type, { type Static } from 'typebox'
import { MessageContent } from '../content/message-content.ts'
import { closed, PublicId, Seq, ShownText } from '../field.ts'
import { Author, MessageKind } from '../message-kind.ts'
import { envelope } from './envelope.ts'

/** A message of anybody was stored. Of the buyer it holds the words and nothing else; `by` is the person of the store who wrote. */
export const MessageStored = envelope(
  'message.stored',
  Type.Object(
    {
      store: PublicId,
      conversation: PublicId,
      seq: Seq,
      author: Author,
      kind: MessageKind,
      content: MessageContent,
      replyTo: Type.Optional(Seq),
      by: Type.Optional(ShownText),
    },
    closed,
  ),
)
export type MessageStored = Static<typeof MessageStored>
