import { isEnabled, type FlowDocument, type TextUse } from '@shopbell/engine'
import { receptionSteps } from '../form/reception-steps.ts'
import { textUsesOf } from '../inspector/text-uses.ts'

/** One text of the flow, in all its languages. */
export interface TextRow {
  readonly key: string
  readonly block: string
  /** The last part of the key: `question`, `label`; empty for the text of the block itself. */
  readonly part: string
  /** Which of its kind in the block, from 1. */
  readonly number: number
  readonly use: TextUse
}

/** A block with its texts, as a seller's list of words shows it. */
export interface TextGroup {
  readonly block: string
  readonly isOn: boolean
  readonly rows: readonly TextRow[]
}

/** All texts of a flow in the order buyers meet them. Blocks without words are left out. */
export function textGroups(
  document: Pick<FlowDocument, 'blocks' | 'entries' | 'variables'>,
): readonly TextGroup[] {
  const { order, branches } = receptionSteps(document)
  return [...order, ...branches]
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      const shape = document.blocks[block]
      const rows = rowsOf(block, textUsesOf(document, block))
      return shape && rows.length > 0 ? [{ block, isOn: isEnabled(shape), rows }] : []
    })
}

function rowsOf(block: string, uses: readonly TextUse[]): readonly TextRow[] {
  const counted = new Map<string, number>()
  return uses.map((use) => {
    const part = use.key === block ? '' : (use.key.split('.').at(-1) ?? '')
    const number = (counted.get(part) ?? 0) + 1
    counted.set(part, number)
    return { key: use.key, block, part, number, use }
  })
}

/** `optional`: nothing stands there, and nothing has to. */
export type TextStatus = 'written' | 'missing' | 'optional'

/** Whether a language lacks a text: the default language where it is needed, another one where the default has it. */
export function textStatus(
  { texts, defaultLocale }: Pick<FlowDocument, 'texts' | 'defaultLocale'>,
  { key, use }: TextRow,
  locale: string,
): TextStatus {
  const isWritten = (language: string): boolean => (texts[language]?.[key] ?? '').trim() !== ''
  if (isWritten(locale)) return 'written'
  const isNeeded = locale === defaultLocale ? use.required : isWritten(defaultLocale)
  return isNeeded ? 'missing' : 'optional'
}

/** How far a language is: `written` of `needed` texts. */
export interface LanguageCount {
  readonly written: number
  readonly missing: number
}

export function countLanguage(
  document: FlowDocument,
  groups: readonly TextGroup[],
  locale: string,
): LanguageCount {
  let written = 0
  let missing = 0
  for (const { rows } of groups) {
    for (const row of rows) {
      const status = textStatus(document, row, locale)
      if (status === 'written') written += 1
      if (status === 'missing') missing += 1
    }
  }
  return { written, missing }
}

/** The languages of a flow, the default one first, the others in their own order. */
export function languagesOf({
  texts,
  defaultLocale,
}: Pick<FlowDocument, 'texts' | 'defaultLocale'>): readonly string[] {
  return [defaultLocale, ...Object.keys(texts).filter((locale) => locale !== defaultLocale)]
}
