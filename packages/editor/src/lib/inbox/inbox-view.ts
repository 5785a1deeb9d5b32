import type { ConversationSummary } from '@shopbell/protocol'

/** The lists of the inbox, in the order they stand; the server knows them by the same names. */
export const INBOX_VIEWS = ['follow', 'mine', 'all', 'closed'] as const
export type InboxView = (typeof INBOX_VIEWS)[number]

/** What an address says (`?view=all`), else what a salesperson needs first. */
export function readInboxView(asked: string | null): InboxView {
  return INBOX_VIEWS.find((view) => view === asked) ?? 'follow'
}

/**
 * Follow up holds what people have to do with: who waits for one, and who has one (WEL-12). Mine leaves out what colleagues have.
 * `me` is the account that is signed in.
 */
export function belongs(
  { handling, assignee }: Pick<ConversationSummary, 'handling' | 'assignee'>,
  view: InboxView,
  me: string | undefined,
): boolean {
  if (view === 'all') return true
  if (view === 'closed') return handling === 'closed'
  return handling === 'waiting' || (handling === 'human' && (view === 'follow' || assignee?.id === me))
}

/** Who waits for a person stands on top, the longest wait first; then by last message (as the server orders). */
export function inboxOrder(a: ConversationSummary, b: ConversationSummary): number {
  if (a.waitingSince !== undefined && b.waitingSince !== undefined) return a.waitingSince - b.waitingSince
  if (a.waitingSince !== undefined) return -1
  if (b.waitingSince !== undefined) return 1
  return b.lastAt - a.lastAt
}
