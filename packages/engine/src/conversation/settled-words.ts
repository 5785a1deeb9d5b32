import { fillVariables } from '../text/fill-variables.ts'
import type { Facts } from './facts.ts'

/** A text of the message rules with its variables filled (WEL-07); empty where it was nothing but what is not known. */
export function settledWords(
  text: string,
  { store, buyerName, card }: Pick<Facts, 'store' | 'buyerName' | 'card'>,
): string {
  return fillVariables(text, (name) => {
    if (name === 'store.name') return store.name
    if (name === 'buyer.name') return buyerName
    return name === 'product.name' ? card?.title : undefined
  })
}

/**
 * The words of a question of the list for cards, the same when it is offered and when it is tapped: so without the card. Nothing left to
 * show: its id.
 */
export function settledLabel(
  { id, question }: { readonly id: string; readonly question: string },
  { store, buyerName }: Facts,
): string {
  return settledWords(question, { store, ...(buyerName === undefined ? {} : { buyerName }) }) || id
}
