import type { AnswerValue, Variable } from '../flow/variable.ts'
import { normaliseQuestion } from '../text/normalise-question.ts'
import { isCalendarDate } from '../time/is-calendar-date.ts'

/** The label of an option in the words the buyer saw. */
export type LabelOf = (option: string) => string

const LESS_THAN_ONE = /^[+-]?0[.,]\d+$/
const NUMBER = /^[+-]?\d{1,3}(?:[ ,.'’]?\d{3})*(?:[.,]\d+)?$|^[+-]?\d+(?:[.,]\d+)?$/

/**
 * Reads a buyer's free words as an answer. Words that do not fit the type are kept as they are: any next message of the buyer
 * answers a question (SQ-04), and a person can read it.
 */
export function readAnswer(variable: Variable, text: string, labelOf: LabelOf): AnswerValue {
  const said = text.trim()
  switch (variable.type) {
    case 'choice':
      return optionSaid(variable.options, said, labelOf) ?? said
    case 'choices': {
      const parts = said.split(/[,，、;；\n]+/).map((part) => optionSaid(variable.options, part, labelOf))
      const options = parts.filter((option) => option !== undefined)
      return options.length > 0 && options.length === parts.length ? [...new Set(options)] : said
    }
    case 'number': {
      const number = readNumber(said, variable.unit)
      return number !== null && inBounds(variable, number) ? number : said
    }
    case 'text':
    case 'date':
      return said
  }
}

/** Says whether a structured answer fits the question's type and bounds (SQ-06). */
export function answerFits(variable: Variable, value: AnswerValue): boolean {
  switch (variable.type) {
    case 'choice':
      return typeof value === 'string' && variable.options.includes(value)
    case 'choices':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        new Set(value).size === value.length &&
        value.every((option) => typeof option === 'string' && variable.options.includes(option))
      )
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && inBounds(variable, value)
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
    case 'date':
      return typeof value === 'string' && isCalendarDate(value)
  }
}

/** An answer in words: labels, the number with its unit, the text. */
export function shownAnswer(variable: Variable | undefined, value: AnswerValue, labelOf: LabelOf): string {
  if (typeof value === 'number') {
    const unit = variable?.type === 'number' ? variable.unit : undefined
    return unit === undefined ? String(value) : `${value} ${unit}`
  }
  if (typeof value !== 'string') return value.map(labelOf).join(', ')
  const isOption = variable?.type === 'choice' && variable.options.includes(value)
  return isOption ? labelOf(value) : value
}

function optionSaid(options: readonly string[], said: string, labelOf: LabelOf): string | undefined {
  const words = normaliseQuestion(said)
  return words === '' ? undefined : options.find((option) => normaliseQuestion(labelOf(option)) === words)
}

/** `1,200`, `1 200`, `１２００`, `1200 pcs`; a single separator before three digits groups thousands, but `0.250` is a quarter. */
function readNumber(said: string, unit: string | undefined): number | null {
  const words = said.normalize('NFKC').toLowerCase()
  const ending = unit?.normalize('NFKC').toLowerCase() ?? ''
  const bare = (ending !== '' && words.endsWith(ending) ? words.slice(0, -ending.length) : words).trim()
  if (!NUMBER.test(bare)) return null
  const grouped = LESS_THAN_ONE.test(bare) ? bare : bare.replace(/[ ,.'’](?=\d{3}(?:\D|$))/g, '')
  const number = Number(grouped.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}

function inBounds(variable: { min?: number; max?: number }, number: number): boolean {
  return number >= (variable.min ?? -Infinity) && number <= (variable.max ?? Infinity)
}
