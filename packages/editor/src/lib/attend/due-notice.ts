import type { ConversationSummary } from '@shopbell/protocol'

/** Why somebody is told of a conversation. */
export type NoticeReason = 'waits' | 'wrote' | 'assigned' | 'new'

export interface Attention {
  /** The account that is signed in. */
  readonly me: string
  readonly busy: boolean
  /** The rule book: what the robot answers is told to people, too (WEL-11, FAQ-14). */
  readonly robotNotifies: boolean
}

type Row = Pick<ConversationSummary, 'handling' | 'assignee' | 'unread' | 'waitingSince'>

/**
 * What there is to be told when a conversation's row becomes `after`; null: nothing. Who waits is everybody's business, who has a
 * person is that person's, and what the robot answers is told once until somebody has looked. Who is busy is told of what is theirs.
 */
export function dueNotice(
  before: Row | undefined,
  after: Row,
  { me, busy, robotNotifies }: Attention,
): NoticeReason | null {
  const wrote = after.unread > (before?.unread ?? 0)
  switch (after.handling) {
    case 'waiting':
      if (busy) return null
      if (before?.waitingSince === undefined) return 'waits'
      return wrote ? 'wrote' : null
    case 'human':
      if (after.assignee?.id !== me) return null
      if (before !== undefined && before.assignee?.id !== me) return 'assigned'
      return wrote ? 'wrote' : null
    case 'robot':
      return robotNotifies && !busy && wrote && (before?.unread ?? 0) === 0 ? 'new' : null
    case 'closed':
      return null
  }
}

/** Whether a conversation belongs into the number on the page's title: somebody waits for me, or for anybody. */
export function needsAttention(row: Row, { me, robotNotifies }: Attention): boolean {
  if (row.handling === 'waiting') return true
  if (row.handling === 'human') return row.assignee?.id === me && row.unread > 0
  return row.handling === 'robot' && robotNotifies && row.unread > 0
}
