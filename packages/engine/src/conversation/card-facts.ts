import type { CardList, ProductReplies } from '@shopbell/protocol'
import { findProductReply } from '../rules/find-product-reply.ts'
import { type Reader, wordsFor, wordsIfWritten } from '../text/local-text.ts'
import type { BuyerRecord } from './buyer-record.ts'
import { tapsCardList } from './card-replies.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'

/** A store's message settings about cards. */
export interface CardSettings {
  readonly productReplies: ProductReplies
  readonly cardList: CardList
}

/** Of a store's settings about cards only what this event needs, in the reader's language; nothing for most events. */
export function cardFacts(
  { productReplies, cardList }: CardSettings,
  event: ReceptionEvent,
  buyer: BuyerRecord,
  reader: Reader,
): Pick<Facts, 'cardReply' | 'cardList' | 'cardQuestion'> {
  if (event.type === 'buyer.tapped') {
    if (!tapsCardList(event.message, buyer)) return {}
    const tapped = cardList.questions.find(({ id, on }) => on && id === event.option)
    if (!tapped) return {}
    const { id, question, answer } = tapped
    return { cardQuestion: { id, question: wordsFor(question, reader), answer: wordsFor(answer, reader) } }
  }
  if (event.type !== 'buyer.sent') return {}
  const found = event.card === 'product' ? findProductReply(event.ref, productReplies) : null
  const questions = cardList.questions
    .filter(({ on }) => on)
    .map(({ id, question }) => ({ id, question: wordsFor(question, reader) }))
  const lead = wordsIfWritten(cardList.lead, reader).trim()
  return {
    ...(found ? { cardReply: replyOf(found, reader) } : {}),
    ...(questions.length > 0 ? { cardList: { lead, questions } } : {}),
  }
}

function replyOf(
  { id, text, image, url }: ProductReplies['rules'][number],
  reader: Reader,
): NonNullable<Facts['cardReply']> {
  return {
    rule: id,
    text: wordsFor(text, reader),
    ...(image === undefined ? {} : { image }),
    ...(url === undefined ? {} : { url }),
  }
}
