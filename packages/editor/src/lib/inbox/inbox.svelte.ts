import type { ConversationSummary } from '@shopbell/protocol'
import { createContext } from 'svelte'
import type { ApiError } from '#lib/api/answer.ts'
import { listConversations } from '#lib/api/conversations.ts'
import { session } from '#lib/api/session.svelte.ts'
import type { Live } from '#lib/live/live.svelte.ts'
import { belongs, inboxOrder, type InboxView } from './inbox-view.ts'

/** Every row this page knows, kept live, and the list of the view that is open. */
export interface Inbox {
  /** null until the first page of the list has come. */
  readonly rows: readonly ConversationSummary[] | null
  readonly waiting: number
  readonly error: ApiError | null
  readonly hasMore: boolean
  /** Every row this page has heard of, in no order. */
  readonly known: readonly ConversationSummary[]
  row: (id: string) => ConversationSummary | undefined
  put: (row: ConversationSummary) => void
  show: (view: InboxView) => void
  more: () => Promise<void>
  refresh: () => Promise<void>
}

export const [useInbox, provideInbox] = createContext<Inbox>()

/**
 * Begins with an empty list; rows that come over the line are put in wherever they belong. `onRow` hears of every row that may have
 * changed since this page knows the list, also of those that changed while the line was down.
 */
export function createInbox(
  live: Live,
  onRow: (before: ConversationSummary | undefined, after: ConversationSummary) => void,
): Inbox {
  let known = $state.raw<Readonly<Record<string, ConversationSummary>>>({})
  let view = $state<InboxView>('follow')
  let loaded = $state(false)
  let next = $state<string | undefined>()
  let waiting = $state(0)
  let error = $state.raw<ApiError | null>(null)
  let request = 0

  const rows = $derived(
    Object.values(known)
      .filter((row) => belongs(row, view, session()?.account.id))
      .sort(inboxOrder),
  )

  const put = (row: ConversationSummary): void => {
    waiting += Number(row.waitingSince !== undefined) - Number(known[row.id]?.waitingSince !== undefined)
    const before = known[row.id]
    known = { ...known, [row.id]: row }
    onRow(before, row)
  }

  const read = async (before?: string): Promise<void> => {
    const mine = (request += 1)
    const answer = await listConversations(view, before)
    if (mine !== request) return // the view changed meanwhile
    error = answer.ok ? null : answer.error
    if (!answer.ok) return
    const hadList = loaded && before === undefined
    const earlier = known
    const page = Object.fromEntries(answer.value.conversations.map((row) => [row.id, row]))
    known = { ...known, ...page }
    waiting = answer.value.waiting
    next = answer.value.next
    loaded = true
    if (hadList) for (const row of answer.value.conversations) onRow(earlier[row.id], row)
  }

  const remove = (id: string): void => {
    waiting -= Number(known[id]?.waitingSince !== undefined)
    known = Object.fromEntries(Object.entries(known).filter(([other]) => other !== id))
  }

  live.listen((frame) => {
    if (frame.type === 'gone') remove(frame.conversation)
    if (frame.type === 'conversation') put(frame.conversation)
  })

  return {
    get rows() {
      return loaded ? rows : null
    },
    get waiting() {
      return waiting
    },
    get error() {
      return error
    },
    get hasMore() {
      return next !== undefined
    },
    get known() {
      return Object.values(known)
    },
    row: (id) => known[id],
    put,
    show: (wanted) => {
      if (wanted === view && loaded) return
      view = wanted
      loaded = false
      void read()
    },
    more: () => read(next),
    refresh: () => read(),
  }
}
