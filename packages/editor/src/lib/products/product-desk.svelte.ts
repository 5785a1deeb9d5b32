import { type Category, type ListedProduct, MAX_PINNED } from '@shopbell/protocol'
import type { ApiError } from '#lib/api/answer.ts'
import { createPages } from '#lib/api/pages.svelte.ts'
import {
  changeProduct,
  listProducts,
  readCategories,
  readPinned,
  savePinned,
  type ProductWish,
} from '#lib/api/catalogue.ts'

/** Long enough to finish a word. */
const TYPING_MS = 250
const NOTHING: ProductWish = { text: '', category: '', state: '' }

/** The page's products: the list as far as it was read, the pinned ones, the categories. */
export interface ProductDesk {
  readonly products: readonly ListedProduct[] | null
  readonly hasMore: boolean
  readonly pinned: readonly ListedProduct[]
  readonly categories: readonly Category[]
  readonly busy: boolean
  /** Why something could not be read or done, last. */
  readonly error: ApiError | null
  readonly isFull: boolean
  /** Reads the first page of another wish, once nobody has changed it for a moment. */
  readonly ask: (wish: ProductWish) => void
  readonly more: () => Promise<void>
  /** Reads everything again. */
  readonly refresh: () => Promise<void>
  /** Saves another order of the pinned ones; null: not saved, and the order is the server's. */
  readonly pin: (refs: readonly string[]) => Promise<ApiError | null>
  readonly setAvailable: (product: ListedProduct, available: boolean) => Promise<boolean>
  readonly close: () => void
}

export function createProductDesk(): ProductDesk {
  const pages = createPages(NOTHING, listProducts)
  const products = $derived(pages.read?.flatMap((page) => page.products) ?? null)
  let pinned = $state.raw<readonly ListedProduct[]>([])
  let categories = $state.raw<readonly Category[]>([])
  let error = $state.raw<ApiError | null>(null)

  async function readRest(): Promise<void> {
    const [order, groups] = await Promise.all([readPinned(), readCategories()])
    error = order.ok ? null : order.error
    if (order.ok) pinned = order.value.pinned
    if (groups.ok) categories = groups.value.categories
  }

  /** The list says of each product what the pinned ones say. */
  function placePin({ pinned: _, ...product }: ListedProduct): ListedProduct {
    const place = pinned.findIndex(({ ref }) => ref === product.ref)
    return place === -1 ? product : { ...product, pinned: place + 1 }
  }

  function amend(change: (product: ListedProduct) => ListedProduct): void {
    pages.amend((page) => ({ ...page, products: page.products.map(change) }))
  }

  return {
    get products() {
      return products
    },
    get hasMore() {
      return pages.hasMore
    },
    get pinned() {
      return pinned
    },
    get categories() {
      return categories
    },
    get busy() {
      return pages.busy
    },
    get error() {
      return error ?? pages.error
    },
    get isFull() {
      return pinned.length >= MAX_PINNED
    },
    ask: (wish) => {
      error = null
      pages.ask(wish, TYPING_MS)
    },
    more: pages.more,
    refresh: async () => {
      await Promise.all([pages.again(), readRest()])
    },
    pin: async (refs) => {
      const answer = await savePinned({ from: pinned.map(({ ref }) => ref), to: [...refs] })
      if (answer.ok) pinned = answer.value.pinned
      else await readRest()
      amend(placePin)
      return answer.ok ? null : answer.error
    },
    setAvailable: async ({ ref }, available) => {
      const answer = await changeProduct({ ref, available })
      error = answer.ok ? null : answer.error
      if (!answer.ok) return false
      const replace = (one: ListedProduct) => (one.ref === ref ? answer.value : one)
      amend(replace)
      pinned = pinned.map(replace)
      return true
    },
    close: pages.close,
  }
}
