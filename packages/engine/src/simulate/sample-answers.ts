import type { FlowDocument } from '../document/flow-document.ts'
import type { Condition } from '../flow/condition.ts'
import type { Variable } from '../flow/variable.ts'
import type { BuyerAct } from './buyer-act.ts'

/** Free words that fit no option: they answer every question (SQ-04). */
const FREE_WORDS = 'OK'
/** Days before and after every day that a shop asks about. */
const LONG_AGO = '1970-01-01'
const FAR_AHEAD = '2999-12-31'

/** What a buyer might answer to a block's question so that every way on, and every condition on the answer, is met both ways. */
export function sampleAnswers(document: FlowDocument, block: string): readonly BuyerAct[] {
  const asking = document.blocks[block]
  const name = asking && 'variable' in asking ? asking.variable : undefined
  const variable = name === undefined ? undefined : document.variables[name]
  if (name === undefined || !variable) return [{ type: 'say', text: FREE_WORDS }]
  const compared = conditionsOf(document)
    .filter((condition) => condition.source === 'variable' && condition.name === name)
    .flatMap(({ value }) => value ?? [])
  return [...fittingAnswers(variable, block, compared), { type: 'say', text: FREE_WORDS }]
}

/** The variables that conditions ask about: other answers change no way. */
export function comparedVariables(document: FlowDocument): ReadonlySet<string> {
  return new Set(
    conditionsOf(document).flatMap(({ source, name }) => (source === 'variable' && name ? name : [])),
  )
}

function fittingAnswers(
  variable: Variable,
  source: string,
  compared: readonly (string | number | boolean)[],
): readonly BuyerAct[] {
  const say = (text: string): BuyerAct => ({ type: 'say', text })
  switch (variable.type) {
    case 'choice':
      return variable.options.map((option) => ({ type: 'tap', source, option }))
    case 'choices': {
      const some = variable.options.map((option) => [option])
      const sets = variable.options.length > 1 ? [...some, [...variable.options]] : some
      return sets.map((value) => ({ type: 'answer', source, value }))
    }
    case 'number': {
      const { min = 1, max = Infinity } = variable
      const near = compared.filter((value) => typeof value === 'number').flatMap((n) => [n - 1, n, n + 1])
      return [min, ...near].filter((n) => n >= (variable.min ?? n) && n <= max).map((n) => say(String(n)))
    }
    case 'date':
      return [LONG_AGO, FAR_AHEAD, ...compared.map(String)].map(say)
    case 'text':
      return compared.map((value) => say(String(value)))
  }
}

function conditionsOf({ blocks }: FlowDocument): readonly Condition[] {
  return Object.values(blocks).flatMap((block) =>
    'cases' in block ? block.cases.map(({ when }) => when) : [],
  )
}
