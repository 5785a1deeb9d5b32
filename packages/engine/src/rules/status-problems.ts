import type { StatusReplies } from '@shopbell/protocol'
import { pointer } from '../flow/problem.ts'
import type { Profile } from '../flow/profile.ts'
import { characterCount } from '../text/character-count.ts'
import { type VariableFault, variableFaults } from '../text/variable-faults.ts'
import { barePhrase } from './hear-closing-phrase.ts'

/** What a status reply may be filled with (WEL-07, STS-10). */
export const STATUS_VARIABLES: readonly string[] = ['store.name', 'buyer.name', 'store.opens']

const SENTENCES = {
  STATUS_EMPTY: 'This reply is on and says nothing; write its words or switch it off.',
  STATUS_TOO_LONG: 'This reply is longer than the rule book allows; shorten it.',
  STATUS_VARIABLE_UNKNOWN: `This reply names something that is not known; use ${STATUS_VARIABLES.join(', ')}.`,
  STATUS_VARIABLE_UNREADABLE:
    'A “{{” here begins no readable variable; write {{name}} or {{name|what to say without it}}.',
  PHRASE_EMPTY: 'A phrase of emoji or punctuation alone would fit everything; write a word.',
  PHRASE_TWICE: 'This phrase is in the list already, but for case, spaces or punctuation; leave one out.',
} as const

export type StatusProblemCode = keyof typeof SENTENCES

/** One finding; `at` is a JSON pointer into the settings. All of them stop saving. */
export interface StatusProblem {
  readonly code: StatusProblemCode
  readonly severity: 'error'
  readonly at: string
  readonly message: string
}

/**
 * Everything that keeps status replies from being saved (STS-01…03, STS-10): one that is on has to be written in some language, and fits
 * in each. `at` tells which language of several.
 */
export function statusProblems(
  replies: StatusReplies,
  { answerMax, countMode }: Pick<Profile['reception']['faq'], 'answerMax' | 'countMode'>,
): readonly StatusProblem[] {
  return Object.entries(replies).flatMap(([name, { on, text }]) => {
    const at = pointer(name, 'text')
    const texts = typeof text === 'string' ? [[at, text] as const] : placesOf(text, at)
    return [
      ...(on && texts.every(([, words]) => words.trim() === '') ? [found('STATUS_EMPTY', at)] : []),
      ...texts.flatMap(([place, words]) => [
        ...(characterCount(words, countMode) > answerMax ? [found('STATUS_TOO_LONG', place)] : []),
        ...variableCodes(variableFaults(words, STATUS_VARIABLES)).map((code) => found(code, place)),
      ]),
    ]
  })
}

function placesOf(texts: Readonly<Record<string, string>>, at: string) {
  return Object.entries(texts).map(([locale, words]) => [`${at}${pointer(locale)}`, words] as const)
}

function variableCodes(faults: readonly VariableFault[]): readonly StatusProblemCode[] {
  return [
    ...(faults.some(({ is }) => is === 'unknown') ? (['STATUS_VARIABLE_UNKNOWN'] as const) : []),
    ...(faults.some(({ is }) => is === 'unreadable') ? (['STATUS_VARIABLE_UNREADABLE'] as const) : []),
  ]
}

/** Everything that keeps a list of closing phrases from being saved (STS-07). */
export function phraseProblems(phrases: readonly string[]): readonly StatusProblem[] {
  const bare = phrases.map(barePhrase)
  return bare.flatMap((phrase, index) => {
    const at = pointer('phrases', index)
    if (phrase === '') return [found('PHRASE_EMPTY', at)]
    return bare.indexOf(phrase) < index ? [found('PHRASE_TWICE', at)] : []
  })
}

function found(code: StatusProblemCode, at: string): StatusProblem {
  return { code, severity: 'error', at, message: SENTENCES[code] }
}
