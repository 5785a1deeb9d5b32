import type { Message } from '@shopbell/protocol'
import type { StoredMessage } from '../store/messages.ts'
import type { StepRecord } from '../store/step-record.ts'
import type { Desk } from './desk.ts'
import type { HotConversation } from './hot-conversations.ts'
import type { Visitor } from './visitor.ts'

/** Shows what was committed to this process' sockets of the buyer, and wakes everyone else. */
export function announce(desk: Desk, conversation: HotConversation, record: StepRecord): void {
  showMessages(desk, conversation, record.messages.map(messageFrame))
  const { storeId, conversationId, head, expectedRevision } = record
  desk.bus.publish({ type: 'conversation', storeId, conversationId, head, revision: expectedRevision + 1 })
  if (record.news !== undefined) desk.bus.publish({ type: 'webhooks', storeId })
}

/** Brings every socket of the conversation up to date, the fast way if it has seen all before these messages. */
export function showMessages(desk: Desk, conversation: HotConversation, messages: readonly Message[]): void {
  for (const visitor of conversation.visitors) {
    if (!visitor.hear(messages)) void catchUp(desk, visitor)
  }
}

/** As a buyer's client sees it: the client id comes back only with the buyer's own messages. */
export function messageFrame(message: StoredMessage): Message {
  const { clientId, replyTo, seq, at, author, kind, content, solved } = message
  return {
    type: 'message',
    ...{ seq, at, author, kind, content },
    ...(clientId !== null && author === 'buyer' ? { id: clientId } : {}),
    ...(replyTo === null ? {} : { replyTo }),
    ...(solved === null ? {} : { solved }),
  }
}

/** Lets a socket read what it is missing. If that fails it stays behind, and the next beat tells its client. Never rejects. */
export function catchUp({ log }: Pick<Desk, 'log'>, visitor: Visitor): Promise<void> {
  return visitor.follow().catch((error: unknown) => {
    log.warn({ err: error }, 'a socket could not catch up')
  })
}
