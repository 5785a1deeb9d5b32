import Type from 'typebox'

/** What a webhook can be told of, in the order in which the console offers it. */
export const WEBHOOK_EVENT_TYPES = [
  'message.stored',
  'answer.collected',
  'conversation.handoff',
  'conversation.closed',
  'flow.published',
] as const
export type WebhookEventType = (typeof WEBHOOK_EVENT_TYPES)[number]
export const WebhookEventType = Type.Enum([...WEBHOOK_EVENT_TYPES])
