import {
  applyOperations,
  type FlowDocument,
  type FlowOperation,
  libraryLocaleFor,
  type LibraryLocale,
  type LibraryQuestion,
  type Profile,
  type SmartSuggestion,
} from '@shopbell/engine'
import { addBlock, type NewPlace } from './blocks.ts'
import type { MakeCommand } from './command.ts'
import { freshId } from './fresh-id.ts'
import { drop, put } from './operations.ts'
import { addQuestion } from './questions.ts'

/** Adds a common question of the library with its answer, in every language that both speak. Null when the list is full. */
export function addLibraryQuestion(
  block: string,
  profile: Profile,
  { words }: LibraryQuestion,
  spoken: LibraryLocale,
): MakeCommand {
  return (document) => {
    const added = addQuestion(block, profile)(document)
    const [, id] = added?.touches ?? []
    if (!added || id === undefined) return null
    const written = languagesOf(document, spoken).flatMap(([locale, from]) => [
      put(['texts', locale, `${block}.${id}.question`], words[from].question),
      put(['texts', locale, `${block}.${id}.answer`], words[from].answer),
    ])
    return {
      ...added,
      name: { key: 'addQuestion', subject: words[spoken].question },
      operations: [...added.operations, ...written],
    }
  }
}

/** Adds a smart question of the library with its answer's type, its options and their words (SQ-05): one undo step. */
export function addLibrarySmartQuestion(
  suggestion: SmartSuggestion,
  spoken: LibraryLocale,
  at: NewPlace,
): MakeCommand {
  return (document) => {
    const added = addBlock('smart-question', at)(document)
    const [block] = added?.touches ?? []
    if (!added || block === undefined) return null
    const after = applyOperations(document, added.operations).document
    const filled = fillSmartQuestion(block, suggestion, spoken)(after)
    return {
      ...added,
      operations: [...added.operations, ...(filled?.operations ?? [])],
    }
  }
}

/** Writes a question of the library into a block that asks nothing yet. Null where it does. */
export function fillSmartQuestion(
  block: string,
  { id, variable, words }: SmartSuggestion,
  spoken: LibraryLocale,
): MakeCommand {
  return (document) => {
    if (!asksNothing(document, block)) return null
    const shape = document.blocks[block]
    const before = shape && 'variable' in shape ? shape.variable : ''
    const others = Object.keys(document.variables).filter((name) => name !== before)
    const answer = freshId(id, others)
    const title = { x: 0, y: 0, ...document.layout[block], title: words[spoken].title }
    return {
      name: { key: 'addBlock', subject: words[spoken].title },
      touches: [block],
      operations: [
        put(['variables', answer], variable),
        put(['blocks', block, 'variable'], answer),
        ...(before === answer || isAskedElsewhere(document, block, before)
          ? []
          : dropVariable(document, before)),
        put(['layout', block], title),
        ...languagesOf(document, spoken).flatMap(([locale, from]) => [
          put(['texts', locale, block], words[from].question),
          ...Object.entries(words[from].options).map(([option, label]) =>
            put(['texts', locale, `${block}.${option}.label`], label),
          ),
        ]),
      ],
    }
  }
}

/** Whether a smart question is as it was made: without words in any language, and without options. */
export function asksNothing({ blocks, texts, variables }: FlowDocument, block: string): boolean {
  const shape = blocks[block]
  if (shape?.kind !== 'smart-question') return false
  const asked = variables[shape.variable]
  const isBare = asked === undefined || !('options' in asked) || asked.options.length === 0
  return isBare && Object.values(texts).every((byKey) => (byKey[block] ?? '') === '')
}

/** The flow's languages with the library's words for each; where the first language has none, those the seller reads stand in. */
function languagesOf(
  { texts, defaultLocale }: FlowDocument,
  spoken: LibraryLocale,
): readonly (readonly [locale: string, from: LibraryLocale])[] {
  return [...new Set([defaultLocale, ...Object.keys(texts)])].flatMap((locale) => {
    const from = libraryLocaleFor(locale) ?? (locale === defaultLocale ? spoken : null)
    return from === null ? [] : [[locale, from] as const]
  })
}

function isAskedElsewhere({ blocks }: FlowDocument, block: string, variable: string): boolean {
  return Object.entries(blocks).some(
    ([id, shape]) => id !== block && 'variable' in shape && shape.variable === variable,
  )
}

function dropVariable({ variables }: FlowDocument, name: string): readonly FlowOperation[] {
  return Object.hasOwn(variables, name) ? [drop(['variables', name])] : []
}
