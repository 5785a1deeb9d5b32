import type { MachineContext } from './implementations.ts'
import type { Facts } from './facts.ts'
import { labelsOfBlock } from './open-question.ts'
import { textOf, type Program } from './program.ts'
import { shownAnswer } from './read-answer.ts'

/** Longest value put into a text; an answer of a buyer may be a whole letter. */
const MAX_VALUE_UNITS = 500

/** The value of a `{{variable}}` for one buyer at one moment, or undefined (WEL-07). */
export function valueIn(
  program: Program,
  facts: Facts,
  locale: string,
  answers: MachineContext['answers'],
): (name: string) => string | undefined {
  return (name) => {
    const value = rawValue(program, facts, locale, answers, name)
    return value === undefined || value === '' ? undefined : value.slice(0, MAX_VALUE_UNITS).toWellFormed()
  }
}

function rawValue(
  program: Program,
  facts: Facts,
  locale: string,
  answers: MachineContext['answers'],
  name: string,
): string | undefined {
  if (name === 'store.name') return facts.store.name
  if (name === 'buyer.name') return facts.buyerName
  if (name === 'product.name') return facts.card?.title
  if (name === 'answers') return summary(program, locale, answers)
  return name.startsWith('answer.')
    ? answerInWords(program, locale, answers, name.slice('answer.'.length))
    : undefined
}

/** One line per collected answer, in the order they were asked: `- Which size? 750 ml` (SQ-09). */
function summary(program: Program, locale: string, answers: MachineContext['answers']): string {
  return Object.keys(answers)
    .map((variable) => {
      const question = textOf(program, locale, program.askers.get(variable) ?? '')
      return `- ${question} ${answerInWords(program, locale, answers, variable) ?? ''}`.replaceAll('\n', ' ')
    })
    .join('\n')
}

function answerInWords(
  program: Program,
  locale: string,
  answers: MachineContext['answers'],
  variable: string,
): string | undefined {
  const value = answers[variable]
  if (value === undefined) return undefined
  const labels = labelsOfBlock(program, program.askers.get(variable) ?? '', locale)
  return shownAnswer(program.document.variables[variable], value, labels)
}
