import type { Enter, Entry } from '@shopbell/protocol'

/** The page's `data-` attributes, checked. A product page may describe its product with `data-title`, `-price`, `-image`. */
export interface ChatOptions {
  readonly store: string
  readonly from: Omit<Enter, 'type'>
  /** The product that the page shows, by `data-product` or as a product page. */
  readonly viewed: string | null
  readonly locale: string
  readonly brand: string | null
  readonly product: { readonly title: string; readonly price: string; readonly image: string } | null
}

const ENTRIES: readonly string[] = [
  'store_home',
  'product',
  'order',
  'refund',
  'logistics_complaint',
] satisfies readonly Entry[]

/** A locale tag as the protocol takes it. */
const LOCALE = /^[A-Za-z0-9-]{1,35}$/

/** Reads the attributes; what is missing or wrong gets the quiet default. `pageLocale` is the page's language, or the browser's. */
export function chatOptions(attributes: DOMStringMap, pageLocale: string): ChatOptions {
  const { store = '', entry, ref, locale, brand, title, price, image, product: shown } = attributes
  const known = isEntry(entry) ? entry : 'store_home'
  return {
    store,
    viewed: (shown ?? (known === 'product' ? ref : undefined))?.slice(0, 200) || null,
    from: { entry: known, ...(ref ? { ref: ref.slice(0, 200) } : {}) },
    locale: [locale, pageLocale].find((tag) => tag !== undefined && LOCALE.test(tag)) ?? 'en',
    brand: brand ?? null,
    product: known === 'product' && ref && title ? { title, price: price ?? '', image: image ?? '' } : null,
  }
}

function isEntry(entry: string | undefined): entry is Entry {
  return entry !== undefined && ENTRIES.includes(entry)
}
