import type { LocalText } from '@shopbell/protocol'
import { pointer } from '../../flow/problem.ts'
import { characterCount, type CountMode } from '../../text/character-count.ts'
import { variableFaults } from '../../text/variable-faults.ts'

/** What can be wrong with message rules. A code is never renamed. */
export type RuleProblemCode =
  | 'TOO_MANY_RULES'
  | 'TOO_MANY_PRODUCTS'
  | 'PRODUCT_TWICE'
  | 'PRODUCTS_MISSING'
  | 'PRODUCT_UNKNOWN'
  | 'TEXT_MISSING'
  | 'TEXT_TOO_LONG'
  | 'VARIABLE_UNKNOWN'
  | 'VARIABLE_UNREADABLE'
  | 'ADDRESS_UNFIT'
  | 'TOO_MANY_QUESTIONS'
  | 'TOO_MANY_ON'
  | 'QUESTION_MISSING'
  | 'QUESTION_TOO_LONG'
  | 'QUESTION_TWICE'
  | 'ANSWER_MISSING'
  | 'ANSWER_TOO_LONG'
  | 'TOO_MANY_ENTRIES'
  | 'NAME_MISSING'
  | 'NAME_TOO_LONG'
  | 'TOO_MANY_CATEGORIES'
  | 'ID_TWICE'

/** One finding; `at` is a JSON pointer into the settings. All of them stop saving. */
export interface RuleProblem {
  readonly code: RuleProblemCode
  readonly severity: 'error'
  readonly at: string
  readonly message: string
  /** What the sentence names, for whoever words it anew. */
  readonly names?: Readonly<Record<string, string | number>>
}

export function ruleProblem(
  code: RuleProblemCode,
  at: string,
  message: string,
  names?: RuleProblem['names'],
): RuleProblem {
  return { code, severity: 'error', at, message, ...(names === undefined ? {} : { names }) }
}

/** What a text has to keep to, in each language. */
interface TextBound {
  readonly at: string
  /** In the sentence: “reply”, “question”. */
  readonly what: string
  readonly max: number
  readonly mode?: CountMode
  /** Left out: it may be, too. */
  readonly missing?: RuleProblemCode
  readonly tooLong: RuleProblemCode
  /** The variables that are filled in it. */
  readonly variables: readonly string[]
}

/**
 * A text that is written in no language, or in one is too long, by the one `characterCount`, or holds a `{{` that would not be filled
 * (WEL-07); `at` tells which language of several.
 */
export function textProblems(
  text: LocalText,
  { at, what, max, mode = 'grapheme', missing, tooLong, variables }: TextBound,
): readonly RuleProblem[] {
  const counted = placesOf(text, at).map((place) => ({ ...place, count: characterCount(place.words, mode) }))
  if (missing !== undefined && counted.every(({ count }) => count === 0))
    return [ruleProblem(missing, at, `Write the ${what}.`)]
  return counted.flatMap(({ at: place, words, count }) => {
    const message = `This ${what} has ${String(count)} characters; shorten it to ${String(max)} or fewer.`
    return [
      ...(count > max ? [ruleProblem(tooLong, place, message, { count, max })] : []),
      ...variableProblems(words, place, variables),
    ]
  })
}

function placesOf(text: LocalText, at: string) {
  if (typeof text === 'string') return [{ at, words: text }]
  return Object.entries(text).map(([locale, words]) => ({ at: `${at}${pointer(locale)}`, words }))
}

function variableProblems(words: string, at: string, known: readonly string[]): readonly RuleProblem[] {
  const faults = variableFaults(words, known)
  if (faults.length === 0) return []
  if (known.length === 0) {
    const message = 'Variables are not filled in the name of an entry; write it without “{{”.'
    return [ruleProblem('VARIABLE_UNKNOWN', at, message, { names: '' })]
  }
  const names = known.map((name) => `{{${name}}}`).join(' ')
  return [
    ...(faults.some(({ is }) => is === 'unknown')
      ? [
          ruleProblem('VARIABLE_UNKNOWN', at, `This names something that is not filled here; use ${names}.`, {
            names,
          }),
        ]
      : []),
    ...(faults.some(({ is }) => is === 'unreadable')
      ? [
          ruleProblem(
            'VARIABLE_UNREADABLE',
            at,
            'A “{{” here begins no readable variable; write {{name}} or {{name|what to say without it}}.',
          ),
        ]
      : []),
  ]
}

/** An address that no browser opens; what is left out is no problem. */
export function addressProblems(address: string | undefined, at: string): readonly RuleProblem[] {
  if (address === undefined || /^https?:\/\/[^\s/?#]+\S*$/i.test(address)) return []
  return [ruleProblem('ADDRESS_UNFIT', at, 'This is no web address; write one that begins with https://.')]
}

/** An id that an earlier one has already. */
export function idProblems(
  ids: readonly string[],
  within: (index: number) => string,
): readonly RuleProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [ruleProblem('ID_TWICE', within(index), 'This id is there twice; give each its own.')]
      : [],
  )
}
