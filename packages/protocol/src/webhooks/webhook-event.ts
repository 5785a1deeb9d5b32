import Type, { type Static } from 'typebox'
import { AnswerCollected } from './answer-collected.ts'
import { ConversationClosed } from './conversation-closed.ts'
import { ConversationHandoff } from './conversation-handoff.ts'
import { FlowPublished } from './flow-published.ts'
import { MessageStored } from './message-stored.ts'
import { WebhookTest } from './webhook-test.ts'

/** Every body that a webhook is sent. */
export const WebhookEvent = Type.Union([
  MessageStored,
  AnswerCollected,
  ConversationHandoff,
  ConversationClosed,
  FlowPublished,
  WebhookTest,
])
export type WebhookEvent = Static<typeof WebhookEvent>
