import { tooLong } from '../../flow/too-long.ts'
import { pointer, problem, type Problem } from '../../flow/problem.ts'
import { normaliseQuestion } from '../../text/normalise-question.ts'
import type { BlockSurroundings } from '../block-kind.ts'
import type { Faq } from './faq.ts'

/** Finds what breaks the limits of FAQ-01…04 and the twins of FAQ-06 in one list. Empty texts are found with all other texts. */
export function faqProblems(id: string, { questions }: Faq, around: BlockSurroundings): readonly Problem[] {
  return [
    ...countProblems(questions, around),
    ...sameIds(questions),
    ...around.locales.flatMap((locale) => [
      ...lengthProblems(id, questions, locale, around),
      ...sameWords(id, questions, locale, around),
    ]),
  ]
}

function countProblems(questions: Faq['questions'], { profile }: BlockSurroundings): readonly Problem[] {
  const { maxCreated, maxEnabled } = profile.reception.faq
  const on = questions.filter(({ enabled }) => enabled).length
  const found: Problem[] = []
  if (questions.length > maxCreated) {
    const message = `There are ${questions.length} questions; delete some until ${maxCreated} are left.`
    found.push(problem('QUESTIONS_TOO_MANY', '/questions', message))
  }
  if (on > maxEnabled) {
    const message = `${on} questions are on; switch some off until ${maxEnabled} are on.`
    found.push(problem('QUESTIONS_TOO_MANY_ON', '/questions', message))
  }
  return found
}

function sameIds(questions: Faq['questions']): readonly Problem[] {
  return questions.flatMap(({ id }, index) => {
    const first = questions.findIndex((other) => other.id === id)
    if (first === index) return []
    return [
      problem(
        'QUESTION_TWICE',
        pointer('questions', index, 'id'),
        `Question ${first + 1} has the same id; give this one its own.`,
      ),
    ]
  })
}

function lengthProblems(
  id: string,
  questions: Faq['questions'],
  locale: string,
  { profile, text }: BlockSurroundings,
): readonly Problem[] {
  const { questionMax, answerMax, countMode: mode } = profile.reception.faq
  return questions.flatMap(({ id: question }) => {
    const asked = `${id}.${question}.question`
    const answered = `${id}.${question}.answer`
    return [
      ...tooLong('QUESTION_TOO_LONG', 'question', text(asked, locale), {
        at: pointer('texts', locale, asked),
        max: questionMax,
        mode,
      }),
      ...tooLong('ANSWER_TOO_LONG', 'answer', text(answered, locale), {
        at: pointer('texts', locale, answered),
        max: answerMax,
        mode,
      }),
    ]
  })
}

function sameWords(
  id: string,
  questions: Faq['questions'],
  locale: string,
  { text }: BlockSurroundings,
): readonly Problem[] {
  const seen = new Map<string, number>()
  return questions.flatMap(({ id: question }, index) => {
    const words = normaliseQuestion(text(`${id}.${question}.question`, locale) ?? '')
    if (words === '') return []
    const first = seen.get(words)
    if (first === undefined) {
      seen.set(words, index)
      return []
    }
    const at = pointer('texts', locale, `${id}.${question}.question`)
    return [
      problem(
        'QUESTION_TWICE',
        at,
        `Question ${first + 1} has the same words; a buyer could not tell them apart.`,
      ),
    ]
  })
}
