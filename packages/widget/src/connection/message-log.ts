import type { Judge, Message } from '@shopbell/protocol'

/** The messages held: all from seq 1 to the last without a gap, and those that came too early. */
export interface MessageLog {
  readonly messages: readonly Message[]
  readonly ahead: ReadonlyMap<number, Message>
}

export const emptyLog: MessageLog = { messages: [], ahead: new Map() }

/** The last seq below which nothing is missing; 0 when nothing is held. */
export function lastSeq({ messages }: MessageLog): number {
  return messages.length
}

/** Adds a message once: a seq that is held already changes nothing, one that leaves a gap waits until the gap is filled. */
export function withMessage(log: MessageLog, message: Message): MessageLog {
  const next = log.messages.length + 1
  if (message.seq < next || log.ahead.has(message.seq)) return log
  if (message.seq > next) return { ...log, ahead: new Map(log.ahead).set(message.seq, message) }
  const messages = [...log.messages, message]
  const ahead = new Map(log.ahead)
  for (let early = ahead.get(messages.length + 1); early; early = ahead.get(messages.length + 1)) {
    ahead.delete(early.seq)
    messages.push(early)
  }
  return { messages, ahead }
}

/** With what the buyer says of an answer, where it is held. */
export function withJudgement(log: MessageLog, { message, solved }: Omit<Judge, 'type'>): MessageLog {
  return { ...log, messages: log.messages.map((one) => (one.seq === message ? { ...one, solved } : one)) }
}

/** The first missing seqs before a message that came too early, or null when there is no gap. */
export function gapOf(log: MessageLog): { readonly from: number; readonly to: number } | null {
  if (log.ahead.size === 0) return null
  return { from: lastSeq(log) + 1, to: Math.min(...log.ahead.keys()) - 1 }
}
