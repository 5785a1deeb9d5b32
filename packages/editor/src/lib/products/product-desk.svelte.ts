import { type Category, type ListedProduct, MAX_PINNED } from '@shopbell/protocol'
import type { ApiError } from '#lib/api/answer.ts'
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
  let products = $state.raw<readonly ListedProduct[] | null>(null)
  let next = $state.raw<string | undefined>()
  let pinned = $state.raw<readonly ListedProduct[]>([])
  let categories = $state.raw<readonly Category[]>([])
  let busy = $state(false)
  let error = $state.raw<ApiError | null>(null)
  let wish: ProductWish = { text: '', category: '', state: '' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let request = 0

  async function readPage(before?: string): Promise<void> {
    const mine = (request += 1)
    busy = true
    const answer = await listProducts(wish, before)
    if (mine !== request) return // asked for something else meanwhile
    busy = false
    error = answer.ok ? null : answer.error
    if (!answer.ok) return
    products = before === undefined ? answer.value.products : [...(products ?? []), ...answer.value.products]
    next = answer.value.next
  }

  async function readRest(): Promise<void> {
    const [order, groups] = await Promise.all([readPinned(), readCategories()])
    if (order.ok) pinned = order.value.pinned
    else error = order.error
    if (groups.ok) categories = groups.value.categories
  }

  /** The list says of each product what the pinned ones say. */
  function placePins(): void {
    products = (products ?? []).map(({ pinned: _, ...product }) => {
      const place = pinned.findIndex(({ ref }) => ref === product.ref)
      return place === -1 ? product : { ...product, pinned: place + 1 }
    })
  }

  return {
    get products() {
      return products
    },
    get hasMore() {
      return next !== undefined
    },
    get pinned() {
      return pinned
    },
    get categories() {
      return categories
    },
    get busy() {
      return busy
    },
    get error() {
      return error
    },
    get isFull() {
      return pinned.length >= MAX_PINNED
    },
    ask: (wanted) => {
      const isFirst = request === 0
      wish = wanted
      busy = true
      clearTimeout(timer)
      timer = setTimeout(() => void readPage(), isFirst ? 0 : TYPING_MS)
    },
    more: () => readPage(next),
    refresh: async () => {
      await Promise.all([readPage(), readRest()])
    },
    pin: async (refs) => {
      const answer = await savePinned({ from: pinned.map(({ ref }) => ref), to: [...refs] })
      if (answer.ok) pinned = answer.value.pinned
      else await readRest()
      placePins()
      return answer.ok ? null : answer.error
    },
    setAvailable: async ({ ref }, available) => {
      const answer = await changeProduct({ ref, available })
      error = answer.ok ? null : answer.error
      if (!answer.ok) return false
      const replace = (one: ListedProduct) => (one.ref === ref ? answer.value : one)
      products = products?.map(replace) ?? null
      pinned = pinned.map(replace)
      return true
    },
    close: () => {
      clearTimeout(timer)
      request += 1
    },
  }
}
