import { ENTRIES } from '@shopbell/protocol'
import { isCalendarDate } from '../time/is-calendar-date.ts'
import type { Comparison, Condition } from './condition.ts'
import { problem, type Problem } from './problem.ts'
import type { Variable } from './variable.ts'

type Compared = Variable['type'] | 'tag' | 'words' | 'flag'

/** Which comparisons fit which type (flow-format: closed operators per type). */
const COMPARISONS: Readonly<Record<Compared, readonly Comparison[]>> = {
  choice: ['is', 'isNot', 'oneOf', 'answered'],
  choices: ['includes', 'answered'],
  number: ['is', 'atLeast', 'atMost', 'answered'],
  text: ['is', 'isNot', 'answered'],
  date: ['is', 'before', 'after', 'answered'],
  tag: ['is', 'isNot', 'oneOf'],
  words: ['mentions'],
  flag: ['is'],
}

/** The comparisons that fit a condition's source; `variable` is the one it names. For forms, which offer nothing else. */
export function comparisonsFor(
  source: Condition['source'],
  variable: Variable | undefined,
): readonly Comparison[] {
  if (source === 'variable') return COMPARISONS[variable?.type ?? 'text']
  return COMPARISONS[typeOf(source)]
}

function typeOf(source: Exclude<Condition['source'], 'variable'>): 'tag' | 'words' | 'flag' {
  if (source === 'words') return 'words'
  return source === 'openNow' || source === 'returning' ? 'flag' : 'tag'
}

/** Finds what is wrong with one condition, placed at `at`. */
export function conditionProblems(
  condition: Condition,
  at: string,
  variables: Readonly<Record<string, Variable>>,
): readonly Problem[] {
  if (condition.source !== 'variable') {
    return comparisonProblems(condition, at, typeOf(condition.source))
  }
  const variable = condition.name === undefined ? undefined : variables[condition.name]
  if (!variable) {
    const name = condition.name ?? ''
    return [
      problem(
        'VARIABLE_UNDECLARED',
        `${at}/name`,
        `The flow has no variable “${name}”; declare it or choose another.`,
      ),
    ]
  }
  return [...comparisonProblems(condition, at, variable.type), ...optionProblems(condition, at, variable)]
}

function comparisonProblems(condition: Condition, at: string, type: Compared): readonly Problem[] {
  const fitting = COMPARISONS[type]
  if (!fitting.includes(condition.op)) {
    return [
      problem(
        'CONDITION_UNFIT',
        `${at}/op`,
        `“${condition.op}” does not fit here; use ${fitting.join(', ')}.`,
      ),
    ]
  }
  if (valueFits(condition, type)) return []
  return [
    problem(
      'CONDITION_UNFIT',
      `${at}/value`,
      `The value does not fit “${condition.op}” for ${type}; ${WANTED[type]}.`,
    ),
  ]
}

const WANTED: Readonly<Record<Compared, string>> = {
  choice: 'name an option, or a list of options for oneOf',
  choices: 'name one option',
  number: 'give a number',
  text: 'give a text',
  date: 'give a date as YYYY-MM-DD',
  tag: `give a text, or a list for oneOf (entries: ${ENTRIES.join(', ')})`,
  words: 'give a list of keywords',
  flag: 'give true or false',
}

function valueFits({ op, value }: Condition, type: Compared): boolean {
  if (op === 'answered') return value === undefined
  if (op === 'oneOf' || op === 'mentions') return Array.isArray(value)
  if (type === 'number') return typeof value === 'number'
  if (type === 'flag') return typeof value === 'boolean'
  if (type === 'date') return typeof value === 'string' && isCalendarDate(value)
  return typeof value === 'string'
}

function optionProblems({ value }: Condition, at: string, variable: Variable): readonly Problem[] {
  if (variable.type !== 'choice' && variable.type !== 'choices') return []
  const named = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  return named
    .filter((option) => !variable.options.includes(option))
    .map((option) =>
      problem(
        'CHOICE_UNKNOWN',
        `${at}/value`,
        `The variable has no option “${option}”; use one of ${variable.options.join(', ')}.`,
      ),
    )
}
