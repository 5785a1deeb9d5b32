import type { ReceptionEvent } from '@shopbell/engine'

type Entry = Extract<ReceptionEvent, { type: 'buyer.entered' }>['entry']

const PAGES: Readonly<Record<Entry, true>> = {
  store_home: true,
  product: true,
  order: true,
  refund: true,
  logistics_complaint: true,
}

/** The page a bot names as the one its buyer comes from; the store's home for any other word (RTE-11). */
export function readEntry(named: string | undefined): Entry {
  return named !== undefined && isPage(named) ? named : 'store_home'
}

function isPage(word: string): word is Entry {
  return Object.hasOwn(PAGES, word)
}
