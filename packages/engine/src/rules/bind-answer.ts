import type { Profile } from '../flow/profile.ts'
import type { Rule } from './rule.ts'

export const BIND_ANSWER: Rule = {
  ids: ['PUB-05', 'PUB-12'],
  says: 'A tap is answered with the words that are live now; with those of the list the buyer holds where the question is gone or off since, or always where the rule book pins answers.',
  reads: ['reception.faq.answerBinding'],
}

/**
 * Chooses between two answers to one question (PUB-05): the one published now and the one of the list the buyer holds, each
 * undefined where that list has no such question, or has it off.
 */
export function bindAnswer<Answer>(
  live: Answer | undefined,
  held: Answer | undefined,
  answerBinding: Profile['reception']['faq']['answerBinding'],
): Answer | undefined {
  return answerBinding === 'pinned' ? (held ?? live) : (live ?? held)
}
