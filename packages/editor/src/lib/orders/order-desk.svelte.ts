import type { Order } from '@shopbell/protocol'
import type { ApiError } from '#lib/api/answer.ts'
import { listOrders, type OrderWish } from '#lib/api/catalogue.ts'

/** Long enough to finish a word. */
const TYPING_MS = 250

/** The page's orders, as far as they were read for the present wish. */
export interface OrderDesk {
  readonly orders: readonly Order[] | null
  /** All states that orders of the store are in. */
  readonly states: readonly string[]
  readonly hasMore: boolean
  readonly busy: boolean
  readonly error: ApiError | null
  /** Reads the first page of another wish, once nobody has changed it for a moment. */
  readonly ask: (wish: OrderWish) => void
  readonly more: () => Promise<void>
  /** Reads the first page again, at once. */
  readonly again: () => Promise<void>
  readonly close: () => void
}

export function createOrderDesk(): OrderDesk {
  let orders = $state.raw<readonly Order[] | null>(null)
  let states = $state.raw<readonly string[]>([])
  let next = $state.raw<string | undefined>()
  let busy = $state(false)
  let error = $state.raw<ApiError | null>(null)
  let wish: OrderWish = { text: '', state: '' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let request = 0

  async function readPage(before?: string): Promise<void> {
    const mine = (request += 1)
    busy = true
    const answer = await listOrders(wish, before)
    if (mine !== request) return // asked for something else meanwhile
    busy = false
    error = answer.ok ? null : answer.error
    if (!answer.ok) return
    orders = before === undefined ? answer.value.orders : [...(orders ?? []), ...answer.value.orders]
    states = answer.value.states ?? states
    next = answer.value.next
  }

  return {
    get orders() {
      return orders
    },
    get states() {
      return states
    },
    get hasMore() {
      return next !== undefined
    },
    get busy() {
      return busy
    },
    get error() {
      return error
    },
    ask: (wanted) => {
      wish = wanted
      busy = true
      request += 1
      clearTimeout(timer)
      timer = setTimeout(() => void readPage(), TYPING_MS)
    },
    more: () => readPage(next),
    again: () => readPage(),
    close: () => {
      clearTimeout(timer)
      request += 1
    },
  }
}
