import Type, { type Static } from 'typebox'
import { Handling } from '../console/conversation-summary.ts'
import { closed, PublicId, ShownText } from '../field.ts'
import { envelope } from './envelope.ts'

/**
 * A conversation went to people: it waits for one (`to` is `waiting`), or one has it (`human`). `agent` is who has it, unless the
 * account is gone.
 */
export const ConversationHandoff = envelope(
  'conversation.handoff',
  Type.Object(
    {
      store: PublicId,
      conversation: PublicId,
      from: Handling,
      to: Type.Union([Type.Literal('waiting'), Type.Literal('human')]),
      agent: Type.Optional(Type.Object({ id: PublicId, name: ShownText }, closed)),
    },
    closed,
  ),
)
export type ConversationHandoff = Static<typeof ConversationHandoff>
