import type { Rule } from './rule.ts'

export const ANSWER_EARLIER_ONLY: Rule = {
  ids: ['CNT-03'],
  says: 'A reply answers only the buyer’s messages before it: an opening that was sent when the chat was opened never answers what is written after it.',
  reads: [],
}

/** Where a message stands: its instant, and its place among those of its conversation. */
export interface Place {
  readonly at: number
  readonly seq: number
}

/** Whether a reply may be the answer to a buyer’s message (CNT-03). Of two at one instant the place in the conversation decides. */
export function answerEarlierOnly(asked: Place, reply: Place): boolean {
  return asked.at < reply.at || (asked.at === reply.at && asked.seq < reply.seq)
}
