import type { Answer, ApiError } from '#lib/api/answer.ts'
import type { Query } from '#lib/api/find.ts'

/** A list that is read page by page for a query that changes. */
export interface Pages<Page> {
  /** null until the first page of any query has come; the pages before stay while the next query is read. */
  readonly read: readonly Page[] | null
  readonly error: ApiError | null
  readonly busy: boolean
  readonly hasMore: boolean
  /** Reads the first page of another query, once nobody has changed it for `afterMs`. */
  readonly ask: (query: Query, afterMs: number) => void
  readonly more: () => Promise<void>
  /** Reads the first page again, at once. */
  readonly again: () => void
  readonly close: () => void
}

export function createPages<Page extends { readonly next?: string | undefined }>(
  fetchPage: (query: Query) => Promise<Answer<Page>>,
): Pages<Page> {
  let pages = $state.raw<readonly Page[] | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let busy = $state(false)
  let query: Query = {}
  let waiting: ReturnType<typeof setTimeout> | undefined
  let request = 0

  const next = $derived(pages?.at(-1)?.next)

  async function readPage(before: string | undefined): Promise<void> {
    const mine = (request += 1)
    busy = true
    const answer = await fetchPage(before === undefined ? query : { ...query, before })
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
      query = wanted
      busy = true
      clearTimeout(waiting)
      waiting = setTimeout(() => void readPage(undefined), afterMs)
    },
    more: () => readPage(next),
    again: () => void readPage(undefined),
    close: () => {
      clearTimeout(waiting)
      request += 1
    },
  }
}
