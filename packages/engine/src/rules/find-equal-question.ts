import type { FaqList, ListedQuestion } from '../flow/faq-list.ts'
import { normaliseQuestion } from '../text/normalise-question.ts'
import type { Rule } from './rule.ts'

export const FIND_EQUAL_QUESTION: Rule = {
  ids: ['FAQ-13', 'FAQ-15'],
  says: 'Words that equal an enabled question of the list, but for case, spaces and closing punctuation, are answered as a tap; other words are left to a person.',
  reads: [],
}

/** The enabled question a text equals, in the session's locale first, then in all (FAQ-15). */
export function findEqualQuestion(
  list: Pick<FaqList, 'questions'> | null,
  text: string,
  locale: string,
): ListedQuestion | undefined {
  const words = normaliseQuestion(text)
  if (!list || words === '') return undefined
  const enabled = list.questions.filter((question) => question.enabled)
  const inLocale = enabled.find(({ question }) => normaliseQuestion(question[locale] ?? '') === words)
  return (
    inLocale ??
    enabled.find(({ question }) => Object.values(question).some((said) => normaliseQuestion(said) === words))
  )
}
