import type { HotConversation } from './hot-conversations.ts'
import type { Refused } from './refused.ts'

const BUSY_AFTER_MS = 1_000

/** Lets a conversation's mailbox do the work in its turn; refuses when too much waits there already. */
export async function post<T>(conversation: HotConversation, work: () => Promise<T>): Promise<T | Refused> {
  return (await conversation.mailbox.post(work)) ?? { refused: 'BUSY', retryAfterMs: BUSY_AFTER_MS }
}
