import type { ReceptionEvent } from '@shopbell/engine'
import type { Entered } from './options.ts'

/** As the engine names it. */
type Page = Pick<Extract<ReceptionEvent, { type: 'buyer.entered' }>, 'entry' | 'ref'>
type Entry = Extract<ReceptionEvent, { type: 'buyer.entered' }>['entry']

const PAGES: Readonly<Record<Entry, true>> = {
  store_home: true,
  product: true,
  order: true,
  refund: true,
  logistics_complaint: true,
}

/** The page a bot names as the one its buyer comes from; the store's home for any other word (RTE-11). */
export function readEntry(named: string | Entered | undefined): Page {
  const { entry, ref } = typeof named === 'object' ? named : { entry: named }
  if (entry === undefined || !isPage(entry)) return { entry: 'store_home' }
  return { entry, ...(ref === undefined ? {} : { ref }) }
}

function isPage(word: string): word is Entry {
  return Object.hasOwn(PAGES, word)
}
