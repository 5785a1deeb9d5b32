import {
  applyOperations,
  canonicalFlow,
  characterCount,
  isWellFormedText,
  parseFlow,
  type FlowDocument,
  type Profile,
} from '@shopbell/engine'
import { writeTexts } from '../../commands/texts.ts'
import { textGroups } from '../text-rows.ts'
import type { TextsFile } from './read-texts-csv.ts'

/** One cell of the file that says something else than the draft. */
export interface TextChange {
  readonly row: number
  readonly key: string
  readonly locale: string
  readonly before: string
  readonly text: string
  /** Characters beyond the limit: such a text is kept and marked, it cannot be published. */
  readonly over: number
}

/** What a file would do in one language. */
export interface ColumnReport {
  readonly locale: string
  readonly isNew: boolean
  readonly isDefault: boolean
  readonly added: readonly TextChange[]
  readonly changed: readonly TextChange[]
  readonly same: number
}

/** Everything a file would change, and all that it would not, found before anything changes. */
export interface TextsReport {
  readonly columns: readonly ColumnReport[]
  /** Rows whose key is no text of the draft (any more). */
  readonly unknown: readonly { readonly row: number; readonly key: string }[]
  /** Keys that stand in several rows: which one is meant cannot be known, so none is taken. */
  readonly repeated: readonly { readonly rows: readonly number[]; readonly key: string }[]
  /** Cells that a flow cannot keep: half characters, or more than a text may have. */
  readonly unfit: readonly { readonly row: number; readonly key: string; readonly locale: string }[]
}

/** Longest text a flow keeps, in UTF-16 units. */
const MAX_TEXT_UNITS = 20_000

export function compareTexts(document: FlowDocument, profile: Profile, file: TextsFile): TextsReport {
  const uses = new Map(textGroups(document).flatMap(({ rows }) => rows.map((row) => [row.key, row.use])))
  const byKey = Map.groupBy(file.rows, ({ key }) => key)
  const single = file.rows.filter(({ key }) => uses.has(key) && byKey.get(key)?.length === 1)
  const fits = (text: string): boolean => isWellFormedText(text) && text.length <= MAX_TEXT_UNITS

  const columnOf = (locale: string): ColumnReport => {
    const added: TextChange[] = []
    const changed: TextChange[] = []
    let same = 0
    for (const { row, key, texts } of single) {
      const text = texts[locale]
      if (text === undefined || !fits(text)) continue
      const before = document.texts[locale]?.[key] ?? ''
      const limit = uses.get(key)?.limit?.(profile)
      const count = characterCount(text, profile.reception.faq.countMode)
      const over = limit === undefined ? 0 : Math.max(0, Math.ceil(count - limit))
      const change = { row, key, locale, before, text, over }
      if (before === text) same += 1
      else if (before.trim() === '') added.push(change)
      else changed.push(change)
    }
    const isNew = document.texts[locale] === undefined
    return { locale, isNew, isDefault: locale === document.defaultLocale, added, changed, same }
  }

  return {
    columns: file.locales.map(columnOf),
    unknown: file.rows.filter(({ key }) => !uses.has(key)).map(({ row, key }) => ({ row, key })),
    repeated: [...byKey]
      .filter(([key, rows]) => uses.has(key) && rows.length > 1)
      .map(([key, rows]) => ({ key, rows: rows.map(({ row }) => row) })),
    unfit: single.flatMap(({ row, key, texts }) =>
      Object.entries(texts)
        .filter(([, text]) => !fits(text))
        .map(([locale]) => ({ row, key, locale })),
    ),
  }
}

/** Whether the flow would still be one that can be kept: a file of many languages may outgrow it. */
export function staysInBounds(document: FlowDocument, changes: readonly TextChange[]): boolean {
  const command = writeTexts(changes)(document)
  if (!command) return true
  return parseFlow(canonicalFlow(applyOperations(document, command.operations).document)).ok
}
