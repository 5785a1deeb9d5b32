import Type, { type Static } from 'typebox'
import { Handling } from '../console/conversation-summary.ts'
import { closed, PublicId } from '../field.ts'
import { envelope } from './envelope.ts'

/** A conversation was closed; `from` is who had it. */
export const ConversationClosed = envelope(
  'conversation.closed',
  Type.Object({ store: PublicId, conversation: PublicId, from: Handling }, closed),
)
export type ConversationClosed = Static<typeof ConversationClosed>
