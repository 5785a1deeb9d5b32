import type { ThreadMessage } from '@shopbell/protocol'

/** Seq of the last message that the buyer or a person wrote. */
export function lastSaidSeq(messages: readonly ThreadMessage[]): number | undefined {
  return messages.findLast(({ author }) => author === 'buyer' || author === 'agent')?.seq
}

/** Seq of the last of our words that the buyer has seen. */
export function lastSeenSeq(messages: readonly ThreadMessage[], buyerReadSeq: number): number | undefined {
  return messages.findLast(({ author, seq }) => author === 'agent' && seq <= buyerReadSeq)?.seq
}
