import type { Answer, ApiError } from './answer.ts'

/** A list that is read page by page for a wish that changes. */
export interface Pages<Page, Wish> {
  /** null until the first page for any wish has come; the pages before stay while the next is read. */
  readonly read: readonly Page[] | null
  readonly error: ApiError | null
  readonly busy: boolean
  readonly hasMore: boolean
  /** Reads the first page for another wish, once nobody has changed it for `afterMs`. */
  readonly ask: (wish: Wish, afterMs: number) => void
  readonly more: () => Promise<void>
  /** Reads the first page again, at once. */
  readonly again: () => Promise<void>
  /** Changes what was read, as the server just was. */
  readonly amend: (change: (page: Page) => Page) => void
  readonly close: () => void
}

/** `fetchPage` reads the page below the one whose `next` is given, else the first. Nothing is asked before `ask` or `again`. */
export function createPages<Page extends { readonly next?: string | undefined }, Wish>(
  first: Wish,
  fetchPage: (wish: Wish, before?: string) => Promise<Answer<Page>>,
): Pages<Page, Wish> {
  let pages = $state.raw<readonly Page[] | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let busy = $state(false)
  let wish = first
  let waiting: ReturnType<typeof setTimeout> | undefined
  let request = 0

  const next = $derived(pages?.at(-1)?.next)

  async function readPage(before?: string): Promise<void> {
    const mine = (request += 1)
    busy = true
    const answer = await fetchPage(wish, before)
    if (mine !== request) return // asked for something else meanwhile
    busy = false
    error = answer.ok ? null : answer.error
    if (answer.ok) pages = before === undefined ? [answer.value] : [...(pages ?? []), answer.value]
  }

  return {
    get read() {
      return pages
    },
    get error() {
      return error
    },
    get busy() {
      return busy
    },
    get hasMore() {
      return next !== undefined
    },
    ask: (wanted, afterMs) => {
      wish = wanted
      busy = true
      request += 1
      clearTimeout(waiting)
      waiting = setTimeout(() => void readPage(), afterMs)
    },
    more: () => readPage(next),
    again: () => readPage(),
    amend: (change) => {
      pages = pages?.map(change) ?? null
    },
    close: () => {
      clearTimeout(waiting)
      request += 1
    },
  }
}
