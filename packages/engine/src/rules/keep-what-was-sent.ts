import type { Rule } from './rule.ts'

export const KEEP_WHAT_WAS_SENT: Rule = {
  ids: ['CNT-06'],
  says: 'What buyers never got is no reply: a private note, a message that failed to send, one that was taken back while the buyer still had time to wait for it. What was edited later was sent when it was sent first. The chat itself knows neither notes nor taking back yet; other systems may tell of them.',
  reads: [],
}

/** What became of words of the store. Instants are UTC milliseconds; what is left out did not happen. */
export interface SentWords {
  /** When they were sent first; edits do not change it. */
  readonly sentAt: number
  readonly editedAt?: number
  /** Only the people of the store read it. */
  readonly isNote?: true
  readonly hasFailed?: true
  readonly takenBackAt?: number
}

/**
 * Whether words of the store may count as a reply at all (CNT-06). `windowEndsAt` is when the time to answer the buyer's message ends:
 * what was taken back by then was no answer; what was taken back later had been one.
 */
export function keepWhatWasSent(
  { isNote, hasFailed, takenBackAt }: SentWords,
  windowEndsAt: number,
): boolean {
  if (isNote === true || hasFailed === true) return false
  return takenBackAt === undefined || takenBackAt > windowEndsAt
}
