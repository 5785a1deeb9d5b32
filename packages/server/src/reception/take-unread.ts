import { MAX_RANGE, type Message } from '@shopbell/protocol'
import { type ConversationKey, takeUnread as claimUnread } from '../store/conversations.ts'
import { messagesBetween } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import { messageFrame } from './announce.ts'
import type { Desk } from './desk.ts'

/** What the buyer has not been shown yet, for doors that answer instead of keeping a socket open. It is given out once. */
export async function takeUnread({ database, bus }: Desk, key: ConversationKey): Promise<readonly Message[]> {
  const { to, messages } = await runAsJournal(database, async (tx) => {
    const unread = await claimUnread(tx, key, MAX_RANGE)
    const found =
      unread.to > unread.after ? await messagesBetween(tx, key, unread.after + 1, unread.to, MAX_RANGE) : []
    return { to: unread.to, messages: found }
  })
  if (messages.length > 0)
    bus.publish({ type: 'read', storeId: key.storeId, conversationId: key.id, by: 'buyer', seq: to })
  return messages.map(messageFrame)
}
