import type { CardList, LocalText } from '@shopbell/protocol'
import { pointer } from '../../flow/problem.ts'
import type { Profile } from '../../flow/profile.ts'
import { normaliseQuestion } from '../../text/normalise-question.ts'
import { CARD_QUESTION_VARIABLES, CARD_VARIABLES } from './rule-variables.ts'
import { idProblems, type RuleProblem, ruleProblem, textProblems } from './rule-problem.ts'

/** Everything that keeps the list for cards from being saved: the limits of the FAQ list, for this list alone (CRD-02). */
export function cardListProblems(
  { lead, questions }: CardList,
  limits: Profile['reception']['faq'],
): readonly RuleProblem[] {
  const { maxCreated, maxEnabled, questionMax, answerMax, countMode: mode } = limits
  const on = questions.filter((question) => question.on)
  return [
    ...(questions.length > maxCreated
      ? [
          ruleProblem(
            'TOO_MANY_QUESTIONS',
            pointer('questions', maxCreated),
            `The list holds at most ${String(maxCreated)} questions; delete one.`,
            { max: maxCreated },
          ),
        ]
      : []),
    ...(on.length > maxEnabled
      ? [
          ruleProblem(
            'TOO_MANY_ON',
            pointer('questions'),
            `At most ${String(maxEnabled)} questions are on; switch one off.`,
            { max: maxEnabled },
          ),
        ]
      : []),
    ...idProblems(
      questions.map(({ id }) => id),
      (index) => pointer('questions', index, 'id'),
    ),
    ...textProblems(lead, {
      ...{ at: '/lead', what: 'line', max: answerMax, mode },
      tooLong: 'TEXT_TOO_LONG',
      variables: CARD_VARIABLES,
    }),
    ...questions.flatMap(({ question, answer }, index) => [
      ...textProblems(question, {
        ...{
          at: pointer('questions', index, 'question'),
          what: 'question',
          max: questionMax,
          mode,
        },
        ...{ missing: 'QUESTION_MISSING', tooLong: 'QUESTION_TOO_LONG' },
        variables: CARD_QUESTION_VARIABLES,
      }),
      ...textProblems(answer, {
        ...{ at: pointer('questions', index, 'answer'), what: 'answer', max: answerMax, mode },
        ...{ missing: 'ANSWER_MISSING', tooLong: 'ANSWER_TOO_LONG', variables: CARD_VARIABLES },
      }),
    ]),
    ...twice(questions),
  ]
}

/** Questions that read the same in one language; a plain one reads the same in all. */
function twice(questions: CardList['questions']): readonly RuleProblem[] {
  const asked = questions.map(({ question }) => question)
  const locales = asked.flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text)))
  const found = asked.flatMap((text, index) =>
    ['', ...new Set(locales)].flatMap((locale) => {
      const words = askedIn(text, locale)
      const first = asked.findIndex((other) => askedIn(other, locale) === words)
      if (words === '' || first === index) return []
      const message = `This is the same as question ${String(first + 1)}; change one of them.`
      const at = pointer('questions', index, 'question', ...(typeof text === 'string' ? [] : [locale]))
      return [ruleProblem('QUESTION_TWICE', at, message, { other: first + 1 })]
    }),
  )
  return found.filter(({ at }, index) => found.findIndex((one) => one.at === at) === index)
}

function askedIn(text: LocalText, locale: string): string {
  return normaliseQuestion(typeof text === 'string' ? text : (text[locale] ?? ''))
}
