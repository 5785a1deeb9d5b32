import type { MenuGives } from '@shopbell/protocol'
import type { Rule } from './rule.ts'

export const OFFER_MENU_ENTRY: Rule = {
  ids: ['MNU-01', 'MNU-02', 'MNU-05'],
  says: 'The chat always offers the entries of the self-service menu that are on and have something to give, whatever the hours and the lists of the day.',
  reads: [],
}

/** What a store has for its menu. */
export interface MenuStock {
  /** Any buyer’s; whose they are decides what a buyer sees. */
  readonly hasOrders: boolean
  readonly hasArrivals: boolean
  /** Categories with products, by their refs. */
  readonly categories: readonly string[]
  /** Questions that are on in the live list. */
  readonly questions: readonly string[]
}

/** Says whether an entry has something to give (MNU-05): an empty one hides. */
export function offerMenuEntry(
  { on, gives }: { readonly on: boolean; readonly gives: MenuGives },
  stock: MenuStock,
): boolean {
  if (!on) return false
  switch (gives.does) {
    case 'orders':
      return stock.hasOrders
    case 'arrivals':
      return stock.hasArrivals
    case 'categories':
      return gives.categories.length === 0
        ? stock.categories.length > 0
        : gives.categories.some((ref) => stock.categories.includes(ref))
    case 'answer':
      return stock.questions.includes(gives.question)
    case 'link':
    case 'person':
      return true
  }
}
