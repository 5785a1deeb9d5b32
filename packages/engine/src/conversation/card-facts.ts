import type { CardList, ProductReplies } from '@shopbell/protocol'
import { findProductReply } from '../rules/find-product-reply.ts'
import type { BuyerRecord } from './buyer-record.ts'
import { tapsCardList } from './card-replies.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'

/** A store's message settings about cards. */
export interface CardSettings {
  readonly productReplies: ProductReplies
  readonly cardList: CardList
}

/** Of a store's settings about cards only what this event needs; nothing for most events. */
export function cardFacts(
  { productReplies, cardList }: CardSettings,
  event: ReceptionEvent,
  buyer: BuyerRecord,
): Pick<Facts, 'cardReply' | 'cardList' | 'cardQuestion'> {
  if (event.type === 'buyer.tapped') {
    if (!tapsCardList(event.message, buyer)) return {}
    const tapped = cardList.questions.find(({ id, on }) => on && id === event.option)
    if (!tapped) return {}
    const { id, question, answer } = tapped
    return { cardQuestion: { id, question, answer } }
  }
  if (event.type !== 'buyer.sent') return {}
  const found = event.card === 'product' ? findProductReply(event.ref, productReplies) : null
  const questions = cardList.questions.filter(({ on }) => on).map(({ id, question }) => ({ id, question }))
  return {
    ...(found ? { cardReply: replyOf(found) } : {}),
    ...(questions.length > 0 ? { cardList: { lead: cardList.lead.trim(), questions } } : {}),
  }
}

function replyOf({ id, text, image, url }: ProductReplies['rules'][number]): NonNullable<Facts['cardReply']> {
  return {
    rule: id,
    text,
    ...(image === undefined ? {} : { image }),
    ...(url === undefined ? {} : { url }),
  }
}
