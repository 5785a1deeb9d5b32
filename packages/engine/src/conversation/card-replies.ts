import type { MessageContent, MessageKind, ProductCard } from '@shopbell/protocol'
import { holdNewestList } from '../rules/hold-newest-list.ts'
import { listOncePerCard } from '../rules/list-once-per-card.ts'
import type { BuyerRecord } from './buyer-record.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Session } from './session.ts'
import { settledLabel, settledWords } from './settled-words.ts'

/** A message of the store's message settings, ready to be said: not of the flow, and it moves nothing in it. */
export interface SettledReply {
  readonly kind: MessageKind & (`order_card_${string}` | 'product_card_reply' | 'self_menu_reply')
  readonly content: MessageContent
  /** The rule, question or menu entry it comes from. */
  readonly source: string
}

type Sent = Extract<ReceptionEvent, { type: 'buyer.sent' }>

/** What a card brings by the message settings: the product's own reply first, then the list for cards (CRD-12). */
export function cardReplies(session: Session, event: Sent, facts: Facts): readonly SettledReply[] {
  const { card, cardReply, cardList } = facts
  const reply = card && cardReply ? replyContent(card, cardReply, settledWords(cardReply.text, facts)) : null
  return [
    ...(cardReply && reply
      ? [{ kind: 'product_card_reply', content: reply, source: cardReply.rule } as const]
      : []),
    ...(cardList && listOncePerCard(cardName(event), session.listed ?? [])
      ? [{ kind: 'order_card_list', content: listContent(cardList, facts), source: 'card-list' } as const]
      : []),
  ]
}

/** The answer to a question of that list; none where nothing is left to say. */
export function cardAnswer(
  { id, answer }: NonNullable<Facts['cardQuestion']>,
  facts: Facts,
): readonly SettledReply[] {
  const text = settledWords(answer, facts)
  return text === '' ? [] : [{ kind: 'order_card_answer', content: { kind: 'text', text }, source: id }]
}

/** A card as a session remembers it: an order and a product may have the same number. */
export function cardName({ card, ref }: Sent): string {
  return `${card}:${ref}`
}

/** Whether a tap is on the list for cards that this buyer holds, and so no tap on anything else. */
export function tapsCardList(seq: number, { cardList }: BuyerRecord): boolean {
  return cardList !== undefined && holdNewestList(seq, cardList)
}

/** A picture or an address of its own comes as the product's card, wearing them. Null: nothing is left to say. */
function replyContent(
  card: ProductCard,
  { image, url }: NonNullable<Facts['cardReply']>,
  text: string,
): MessageContent | null {
  if (image === undefined && url === undefined) return text === '' ? null : { kind: 'text', text }
  return {
    kind: 'products',
    ...(text === '' ? {} : { text }),
    items: [{ ...card, ...(image === undefined ? {} : { image }), ...(url === undefined ? {} : { url }) }],
  }
}

function listContent({ lead, questions }: NonNullable<Facts['cardList']>, facts: Facts): MessageContent {
  const text = settledWords(lead, facts)
  return {
    kind: 'choices',
    ...(text === '' ? {} : { text }),
    options: questions.map((asked) => ({ id: asked.id, label: settledLabel(asked, facts) })),
  }
}
