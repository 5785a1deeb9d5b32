import type { MessageKind } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

const NAMES = {
  opening: 'book.kind.opening',
  faq_answer: 'book.kind.faq_answer',
  order_card_answer: 'book.kind.order_card_answer',
  product_card_reply: 'book.kind.product_card_reply',
  self_menu_reply: 'book.kind.self_menu_reply',
  status_first: 'book.kind.status_first',
  status_busy: 'book.kind.status_busy',
  status_closing: 'book.kind.status_closing',
} as const satisfies Partial<Record<MessageKind, string>>

type CountedKind = keyof typeof NAMES

/** Kinds of automatic messages that a rule book may count as a reply (CNT-01, CNT-02), in the order of a conversation. */
export const COUNTED_KINDS: readonly CountedKind[] = Object.keys(NAMES).filter(isCounted)

/** What sellers call a kind; another one, chosen through the API, is called as it is kept. */
export function kindName(kind: MessageKind): string {
  return isCounted(kind) ? t(NAMES[kind]) : kind
}

function isCounted(kind: string): kind is CountedKind {
  return Object.hasOwn(NAMES, kind)
}
