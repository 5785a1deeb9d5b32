import type { Rule } from './rule.ts'

export const HOLD_NEWEST_LIST: Rule = {
  ids: ['FAQ-16', 'PUB-05'],
  says: 'Only the newest list a buyer was sent can be tapped, on any later day too.',
  reads: [],
}

/** Says whether a tap is on the list the buyer holds: the newest one they were sent (FAQ-16). Both are seqs of messages. */
export function holdNewestList(tappedSeq: number, heldSeq: number | null): boolean {
  return heldSeq !== null && tappedSeq === heldSeq
}
