import { fillVariables } from '../text/fill-variables.ts'
import type { Facts } from './facts.ts'
import type { MachineContext } from './implementations.ts'
import { labelsOfBlock } from './open-question.ts'
import { textOf, type Program } from './program.ts'
import { shownAnswer } from './read-answer.ts'

/** Longest value put into a text; an answer of a buyer may be a whole letter. */
const MAX_VALUE_UNITS = 500

/** What the values of `{{variables}}` come from, for one buyer at one moment. */
export interface ValueSource {
  readonly program: Program
  readonly facts: Facts
  readonly locale: string
  readonly answers: MachineContext['answers']
}

/** A text with its variables filled (WEL-07). */
export function filledText(source: ValueSource, text: string): string {
  return fillVariables(text, (name) => (name === 'answers' ? summary(source) : valueOf(source, name)))
}

/** A smart question in the words the buyer reads. The summary is not for a question, which is a line of it. */
export function questionInWords(source: ValueSource, block: string): string {
  const text = textOf(source.program, source.locale, block)
  return fillVariables(text, (name) => valueOf(source, name))
}

function valueOf(source: ValueSource, name: string): string | undefined {
  const value = wholeValue(source, name)
  return value?.slice(0, MAX_VALUE_UNITS).toWellFormed()
}

function wholeValue(source: ValueSource, name: string): string | undefined {
  const { facts } = source
  if (name === 'store.name') return facts.store.name
  if (name === 'buyer.name') return facts.buyerName
  if (name === 'product.name') return facts.card?.title
  if (name.startsWith('answer.')) return answerInWords(source, name.slice('answer.'.length))
  const known = facts.known?.[name]
  return known === undefined ? undefined : String(known)
}

/** One line per collected answer, in the order a buyer is asked: `- Which size? 750 ml` (SQ-09). */
function summary(source: ValueSource): string {
  const { program, answers } = source
  return [...program.askers]
    .filter(([variable]) => Object.hasOwn(answers, variable))
    .map(([variable, block]) => {
      const line = `- ${questionInWords(source, block)} ${valueOf(source, `answer.${variable}`) ?? ''}`
      return line.replaceAll(/\s*[\r\n]\s*/g, ' ')
    })
    .join('\n')
}

function answerInWords({ program, locale, answers }: ValueSource, variable: string): string | undefined {
  const value = answers[variable]
  if (value === undefined) return undefined
  const labels = labelsOfBlock(program, program.askers.get(variable) ?? '', locale)
  return shownAnswer(program.document.variables[variable], value, labels)
}
