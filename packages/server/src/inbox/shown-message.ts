import type { Message } from '@shopbell/protocol'
import type { StoredMessage } from '../store/messages.ts'

/** A stored message as a buyer's client and a buyer's file show it, too. The client id belongs to its sender and stays out. */
export function shownMessage({ seq, at, author, kind, content, replyTo, solved }: StoredMessage): Message {
  return {
    type: 'message',
    ...{ seq, at, author, kind, content },
    ...(replyTo === null ? {} : { replyTo }),
    ...(solved === null ? {} : { solved }),
  }
}
