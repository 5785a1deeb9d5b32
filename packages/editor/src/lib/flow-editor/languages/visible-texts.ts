import type { FlowDocument } from '@shopbell/engine'
import { textStatus, type TextGroup, type TextRow } from './text-rows.ts'

export interface TextFilter {
  readonly missingOnly: boolean
  /** What a text in some language has to contain. */
  readonly words: string
  /** Texts that stay in the list although they are complete by now: nobody's row vanishes while they write in it. */
  readonly kept: ReadonlySet<string>
}

/** The texts that a filter leaves, group by group; groups without any are left out. */
export function visibleTexts(
  document: FlowDocument,
  groups: readonly TextGroup[],
  locales: readonly string[],
  { missingOnly, words, kept }: TextFilter,
): readonly TextGroup[] {
  const wanted = words.trim().toLocaleLowerCase()
  if (!missingOnly && wanted === '') return groups
  const isShown = (row: TextRow): boolean =>
    (!missingOnly || kept.has(row.key) || isMissing(document, row, locales)) &&
    (wanted === '' || locales.some((locale) => textOf(document, row, locale).includes(wanted)))
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(isShown) }))
    .filter(({ rows }) => rows.length > 0)
}

/** Whether any of these languages lacks the text. */
export function isMissing(document: FlowDocument, row: TextRow, locales: readonly string[]): boolean {
  return locales.some((locale) => textStatus(document, row, locale) === 'missing')
}

function textOf({ texts }: FlowDocument, { key }: TextRow, locale: string): string {
  return (texts[locale]?.[key] ?? '').toLocaleLowerCase()
}
