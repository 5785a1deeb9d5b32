import Type, { type Static } from 'typebox'

/**
 * Why a message was sent (ENT-01). Immutable; it is what counting reads (CNT-01…08).
 * Beyond the catalogue's list: `buyer` for all incoming ones, `flow_message` for a message block, `smart_closing` for the
 * closing line with the summary (SQ-09), `reminder` for a repeated smart question, `note` for the system's lines.
 */
export const MESSAGE_KINDS = [
  'buyer',
  'human',
  'opening',
  'welcome',
  'recommendation',
  'faq_list',
  'faq_answer',
  'smart_question',
  'smart_closing',
  'reminder',
  'flow_message',
  'product_card_reply',
  'order_card_list',
  'order_card_answer',
  'self_menu_reply',
  'status_first',
  'status_busy',
  'status_closing',
  'away',
  'transfer_notice',
  'csat',
  'note',
] as const

export const MessageKind = Type.Enum([...MESSAGE_KINDS])
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export const Author = Type.Union([
  Type.Literal('buyer'),
  Type.Literal('robot'),
  Type.Literal('agent'),
  Type.Literal('system'),
])
export type Author = Static<typeof Author>
