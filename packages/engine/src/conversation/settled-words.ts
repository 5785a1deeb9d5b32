import { fillVariables } from '../text/fill-variables.ts'
import type { Facts } from './facts.ts'

/** A text of the message rules with its variables filled (WEL-07); empty where it was nothing but what is not known. */
export function settledWords(text: string, { store, buyerName, card }: Facts): string {
  return fillVariables(text, (name) => {
    if (name === 'store.name') return store.name
    if (name === 'buyer.name') return buyerName
    return name === 'product.name' ? card?.title : undefined
  })
}
