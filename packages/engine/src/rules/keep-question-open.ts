import type { Rule } from './rule.ts'

export const KEEP_QUESTION_OPEN: Rule = {
  ids: ['SQ-03', 'SQ-04'],
  says: 'While a smart question is open, the buyer’s next message is its answer and begins no new reception, on a new day too; only opening the chat does.',
  reads: [],
}

/** Says whether an event stays with the open question instead of beginning another session (SQ-04). */
export function keepQuestionOpen(isOpen: boolean, opensChat: boolean): boolean {
  return isOpen && !opensChat
}
