import type { AnswerValue } from '../flow/variable.ts'
import type { Rule } from './rule.ts'

export const SKIP_KNOWN_ANSWER: Rule = {
  ids: ['SQ-07'],
  says: 'A smart question whose answer is known in this session is passed without asking.',
  reads: [],
}

/** Says whether an answer is known in this session already, so that nobody asks for it again (SQ-07). */
export function skipKnownAnswer(answers: Readonly<Record<string, AnswerValue>>, variable: string): boolean {
  return Object.hasOwn(answers, variable)
}
