import type { Message, MessageContent, MessageKind } from '@shopbell/protocol'

/** What somebody says in a conversation that is only shown. */
export interface Saying {
  readonly kind: MessageKind
  readonly content: MessageContent
}

/** A conversation as the chat shows it, numbered from 1. */
export function sampleTalk(sayings: readonly Saying[], at: number): readonly Message[] {
  return sayings.map(({ kind, content }, index) => ({
    type: 'message',
    seq: index + 1,
    at,
    author: kind === 'buyer' ? 'buyer' : 'robot',
    kind,
    content,
  }))
}
