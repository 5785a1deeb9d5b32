import type { ConversationList } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Clock } from '../clock.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { type InboxView, listConversations as listRows } from '../store/conversation-list.ts'
import type { Database } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { conversationSummary } from './conversation-summary.ts'

/** What may be asked for. */
export const INBOX_VIEWS = ['open', 'follow', 'mine', 'closed', 'all'] as const satisfies readonly InboxView[]

interface Asked {
  readonly view: InboxView
  readonly before: string | undefined
  readonly limit: number
}

/** A page of the inbox: what waits for a person first, the longest wait on top, then by last message. `before` is a page's `next`. */
export async function listConversations(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { storeId, accountId }: Actor,
  { view, before, limit }: Asked,
): Promise<ConversationList> {
  const page = { view, accountId, limit, ...(before === undefined ? {} : { before }) }
  const { conversations, waiting, next } = await runAsStore(database, storeId, async (tx) => {
    const { counting } = await profileOfStore(tx, storeId, clock.now())
    return listRows(tx, storeId, { ...page, robotMarksRead: counting.autoMarksRead })
  })
  return {
    conversations: conversations.map(conversationSummary),
    waiting,
    ...(next === null ? {} : { next }),
  }
}
