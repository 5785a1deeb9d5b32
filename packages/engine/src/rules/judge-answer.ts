import type { MessageKind } from '@shopbell/protocol'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const JUDGE_ANSWER: Rule = {
  ids: ['FAQ-17'],
  says: 'Of each answer of the robot to a question the buyer may say whether it solved their matter, and think again at any time; of nothing else.',
  reads: [],
}

/** What the robot answers a question with: of the reception's list, and of the list for cards. */
const ANSWERS: ReadonlySet<MessageKind> = new Set(['faq_answer', 'order_card_answer'])

/** Refuses what a buyer says of a message that is no answer of the robot to them; null: of no message they have (FAQ-17). */
export function judgeAnswer(message: { readonly kind: MessageKind } | null): Verdict {
  return message !== null && ANSWERS.has(message.kind) ? null : { code: 'NOT_HELD' }
}
