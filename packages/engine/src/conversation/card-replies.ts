import type { MessageContent, MessageKind, ProductCard } from '@shopbell/protocol'
import { holdNewestList } from '../rules/hold-newest-list.ts'
import { listOncePerCard } from '../rules/list-once-per-card.ts'
import type { BuyerRecord } from './buyer-record.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Session } from './session.ts'

/** A message of the store's message settings, ready to be said: not of the flow, and it moves nothing in it. */
export interface SettledReply {
  readonly kind: MessageKind & (`order_card_${string}` | 'product_card_reply' | 'self_menu_reply')
  readonly content: MessageContent
  /** The rule, question or menu entry it comes from. */
  readonly source: string
}

type Sent = Extract<ReceptionEvent, { type: 'buyer.sent' }>

/** What a card brings by the message settings: the product's own reply first, then the list for cards (CRD-12). */
export function cardReplies(
  session: Session,
  event: Sent,
  { card, cardReply, cardList }: Facts,
): readonly SettledReply[] {
  return [
    ...(card && cardReply
      ? [
          {
            kind: 'product_card_reply',
            content: replyContent(card, cardReply),
            source: cardReply.rule,
          } as const,
        ]
      : []),
    ...(cardList && listOncePerCard(cardName(event), session.listed ?? [])
      ? [{ kind: 'order_card_list', content: listContent(cardList), source: 'card-list' } as const]
      : []),
  ]
}

/** A card as a session remembers it: an order and a product may have the same number. */
export function cardName({ card, ref }: Sent): string {
  return `${card}:${ref}`
}

/** Whether a tap is on the list for cards that this buyer holds, and so no tap on anything else. */
export function tapsCardList(seq: number, { cardList }: BuyerRecord): boolean {
  return cardList !== undefined && holdNewestList(seq, cardList)
}

/** A picture or an address of its own comes as the product's card, wearing them. */
function replyContent(
  card: ProductCard,
  { text, image, url }: NonNullable<Facts['cardReply']>,
): MessageContent {
  if (image === undefined && url === undefined) return { kind: 'text', text }
  return {
    kind: 'products',
    text,
    items: [{ ...card, ...(image === undefined ? {} : { image }), ...(url === undefined ? {} : { url }) }],
  }
}

function listContent({ lead, questions }: NonNullable<Facts['cardList']>): MessageContent {
  return {
    kind: 'choices',
    ...(lead === '' ? {} : { text: lead }),
    options: questions.map(({ id, question }) => ({ id, label: question })),
  }
}
