import type { ConversationSummary } from '@shopbell/protocol'
import type { ConversationView } from '#lib/api/conversations.ts'

/** The three lists of the inbox, in the order they stand. */
export const INBOX_VIEWS = ['follow', 'all', 'closed'] as const
export type InboxView = (typeof INBOX_VIEWS)[number]

/** What an address says (`?view=all`), else what a salesperson needs first. */
export function readInboxView(asked: string | null): InboxView {
  return INBOX_VIEWS.find((view) => view === asked) ?? 'follow'
}

/** Which of the server's lists a view reads. */
export function serverView(view: InboxView): ConversationView {
  return view === 'follow' ? 'open' : view
}

/** Follow up holds what people have to do with: who waits for one, and who has one. */
export function belongs({ handling }: Pick<ConversationSummary, 'handling'>, view: InboxView): boolean {
  if (view === 'all') return true
  if (view === 'closed') return handling === 'closed'
  return handling === 'waiting' || handling === 'human'
}

/** Who waits for a person stands on top, the longest wait first; then by last message (as the server orders). */
export function inboxOrder(a: ConversationSummary, b: ConversationSummary): number {
  if (a.waitingSince !== undefined && b.waitingSince !== undefined) return a.waitingSince - b.waitingSince
  if (a.waitingSince !== undefined) return -1
  if (b.waitingSince !== undefined) return 1
  return b.lastAt - a.lastAt
}
