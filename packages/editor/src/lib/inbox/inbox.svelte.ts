import type { ConversationSummary } from '@shopbell/protocol'
import { createContext } from 'svelte'
import type { ApiError } from '#lib/api/answer.ts'
import { listConversations } from '#lib/api/conversations.ts'
import type { Live } from '#lib/live/live.svelte.ts'
import { belongs, inboxOrder, serverView, type InboxView } from './inbox-view.ts'

/** Every row this page knows, kept live, and the list of the view that is open. */
export interface Inbox {
  /** null until the first page of the list has come. */
  readonly rows: readonly ConversationSummary[] | null
  readonly waiting: number
  readonly error: ApiError | null
  readonly hasMore: boolean
  row: (id: string) => ConversationSummary | undefined
  put: (row: ConversationSummary) => void
  show: (view: InboxView) => void
  more: () => Promise<void>
  refresh: () => Promise<void>
}

export const [useInbox, provideInbox] = createContext<Inbox>()

/** Begins with an empty list; rows that come over the line are put in wherever they belong. */
export function createInbox(live: Live): Inbox {
  let known = $state.raw<Readonly<Record<string, ConversationSummary>>>({})
  let view = $state<InboxView>('follow')
  let loaded = $state(false)
  let next = $state<string | undefined>()
  let waiting = $state(0)
  let error = $state.raw<ApiError | null>(null)
  let request = 0

  const rows = $derived(
    Object.values(known)
      .filter((row) => belongs(row, view))
      .sort(inboxOrder),
  )

  const put = (row: ConversationSummary): void => {
    waiting += Number(row.waitingSince !== undefined) - Number(known[row.id]?.waitingSince !== undefined)
    known = { ...known, [row.id]: row }
  }

  const read = async (before?: string): Promise<void> => {
    const mine = (request += 1)
    const answer = await listConversations(serverView(view), before)
    if (mine !== request) return // the view changed meanwhile
    error = answer.ok ? null : answer.error
    if (!answer.ok) return
    const page = Object.fromEntries(answer.value.conversations.map((row) => [row.id, row]))
    known = { ...known, ...page }
    waiting = answer.value.waiting
    next = answer.value.next
    loaded = true
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
