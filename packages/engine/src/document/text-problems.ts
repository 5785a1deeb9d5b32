import { isEnabled } from '../blocks/registry.ts'
import type { TextUse } from '../blocks/block-kind.ts'
import { kindIn, type ExtensionSet } from '../extension/extension-set.ts'
import { pointer, problem, type Problem } from '../flow/problem.ts'
import { variablesOf } from '../text/fill-variables.ts'
import { gapsOf, withoutGaps } from '../text/gaps.ts'
import { variableFaults } from '../text/variable-faults.ts'
import type { FlowDocument } from './flow-document.ts'

/** What texts may name besides `answer.<variable>`; `always` ones need no fallback. */
export const TEXT_VARIABLES: Readonly<Record<string, 'always' | 'sometimes'>> = {
  'store.name': 'always',
  answers: 'always',
  'buyer.name': 'sometimes',
  'product.name': 'sometimes',
}

/** Finds texts that are missing, untranslated, unused, or use `{{variables}}` wrongly (FAQ-06, WEL-07, WEL-09). */
export function textProblems(document: FlowDocument, extensions: ExtensionSet): readonly Problem[] {
  const { texts, defaultLocale } = document
  if (texts[defaultLocale] === undefined) {
    const message = `There are no texts in ${defaultLocale}, the default language; add them or change defaultLocale.`
    return [problem('LOCALE_UNKNOWN', '/defaultLocale', message)]
  }
  const uses = textUses(document, extensions)
  return [
    ...missingTexts(document, uses),
    ...unusedTexts(document, uses),
    ...variableProblems(document, uses, extensions),
  ]
}

interface PlacedUse extends TextUse {
  readonly block: string
  readonly enabled: boolean
}

function textUses(
  { blocks, variables }: FlowDocument,
  extensions: ExtensionSet,
): ReadonlyMap<string, PlacedUse> {
  return new Map(
    Object.entries(blocks).flatMap(([id, block]) =>
      kindIn(extensions, block)
        .texts(id, block, variables)
        .map((use) => [use.key, { ...use, block: id, enabled: isEnabled(block) }] as const),
    ),
  )
}

function missingTexts(
  { texts, defaultLocale }: FlowDocument,
  uses: ReadonlyMap<string, PlacedUse>,
): readonly Problem[] {
  const isWritten = (locale: string, key: string): boolean => (texts[locale]?.[key] ?? '').trim() !== ''
  return [...uses.values()].flatMap(({ key, required, block, enabled }) => {
    if (!isWritten(defaultLocale, key)) {
      if (!required || !enabled) return []
      return [
        problem(
          'TEXT_MISSING',
          pointer('texts', defaultLocale, key),
          `“${block}” has no text “${key}” in ${defaultLocale}; write it.`,
        ),
      ]
    }
    return Object.keys(texts)
      .filter((locale) => locale !== defaultLocale && !isWritten(locale, key))
      .map((locale) =>
        problem(
          'TEXT_UNTRANSLATED',
          pointer('texts', locale, key),
          `“${key}” is missing in ${locale}; buyers get ${defaultLocale}.`,
        ),
      )
  })
}

function unusedTexts({ texts }: FlowDocument, uses: ReadonlyMap<string, PlacedUse>): readonly Problem[] {
  return Object.entries(texts).flatMap(([locale, byKey]) =>
    Object.keys(byKey)
      .filter((key) => !uses.has(key))
      .map((key) =>
        problem(
          'TEXT_UNUSED',
          pointer('texts', locale, key),
          `No block uses the text “${key}”; delete it, or check the key.`,
        ),
      ),
  )
}

function variableProblems(
  { texts, variables }: FlowDocument,
  uses: ReadonlyMap<string, PlacedUse>,
  { facts }: ExtensionSet,
): readonly Problem[] {
  const known = [
    ...Object.keys(TEXT_VARIABLES),
    ...facts.keys(),
    ...Object.keys(variables).map((name) => `answer.${name}`),
  ]
  return Object.entries(texts).flatMap(([locale, byKey]) =>
    Object.entries(byKey).flatMap(([key, text]) => {
      const at = pointer('texts', locale, key)
      const gaps = gapsOf(text).map(({ what }) =>
        problem(
          'GAP_LEFT',
          at,
          `Only you know this: ${what || 'what belongs here'}. Write it in place of the gap.`,
        ),
      )
      if (!uses.get(key)?.plain) return [...gaps, ...misusedVariables(text, at, known)]
      if (variableFaults(withoutGaps(text), []).length === 0) return gaps
      const message = 'Variables are not filled in what buyers tap; write it without “{{”.'
      return [problem('VARIABLE_UNKNOWN', at, message)]
    }),
  )
}

function misusedVariables(text: string, at: string, known: readonly string[]): readonly Problem[] {
  const faults = variableFaults(withoutGaps(text), known).map((fault) =>
    problem(
      'VARIABLE_UNKNOWN',
      at,
      fault.is === 'unknown'
        ? `{{${fault.name}}} does not exist; use one of ${known.join(', ')}.`
        : 'A “{{” here begins no readable variable; write {{name}} or {{name|fallback}}.',
    ),
  )
  const bare = variablesOf(text).filter(
    ({ name, fallback }) => known.includes(name) && fallback === null && TEXT_VARIABLES[name] !== 'always',
  )
  return [
    ...faults,
    ...bare.map(({ name }) =>
      problem(
        'VARIABLE_WITHOUT_FALLBACK',
        at,
        `{{${name}}} may be unknown; write {{${name}|what to say without it}}.`,
      ),
    ),
  ]
}
