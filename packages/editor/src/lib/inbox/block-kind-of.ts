import type { MessageKind } from '@shopbell/protocol'

/** The kind of block whose tile stands beside an automatic message. */
const BLOCK_OF: Readonly<Partial<Record<MessageKind, string>>> = {
  opening: 'greeting',
  welcome: 'greeting',
  recommendation: 'recommendation',
  faq_list: 'faq',
  faq_answer: 'faq',
  smart_question: 'smart-question',
  smart_closing: 'smart-question',
  reminder: 'smart-question',
  transfer_notice: 'handoff',
}

export function blockKindOf(kind: MessageKind): string {
  return BLOCK_OF[kind] ?? 'message'
}
