import type { ConversationList } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { type InboxView, listConversations as listRows } from '../store/conversation-list.ts'
import type { Database } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { conversationSummary } from './conversation-summary.ts'

const PAGE_SIZE = 50

/** A page of the inbox: what waits for a person first, the longest wait on top, then by last message. `before` is a page's `next`. */
export async function listConversations(
  { database }: { readonly database: Database },
  { storeId }: Actor,
  { view, before }: { readonly view: InboxView; readonly before: string | undefined },
): Promise<ConversationList> {
  const page = { view, limit: PAGE_SIZE, ...(before === undefined ? {} : { before }) }
  const { conversations, waiting, next } = await runAsStore(database, storeId, (tx) =>
    listRows(tx, storeId, page),
  )
  return {
    conversations: conversations.map(conversationSummary),
    waiting,
    ...(next === null ? {} : { next }),
  }
}
