import type { FlowDocument, Profile } from '@shopbell/engine'
import Papa from 'papaparse'
import { languagesOf, textGroups, type TextRow } from '../text-rows.ts'
import { guardFormula } from './guard-formula.ts'

/** Columns beside the languages. Only `key` is read again; the others are for the translator. */
export const KEY_COLUMN = 'key'
export const PLACE_COLUMN = 'place'
export const LIMIT_COLUMN = 'most characters'

/** Without it spreadsheets read UTF-8 as something older. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A flow's texts as a file for translators: one row per text, one column per language with its tag as the heading, cells that could
 * run as a formula made harmless. `placeOf` says in words where a text stands.
 */
export function writeTextsCsv(
  document: FlowDocument,
  profile: Profile,
  placeOf: (row: TextRow) => string,
): string {
  const locales = languagesOf(document)
  const rows = textGroups(document).flatMap((group) => group.rows)
  const data = rows.map((row) => [
    row.key,
    guardFormula(placeOf(row)),
    String(row.use.limit?.(profile) ?? ''),
    ...locales.map((locale) => guardFormula(document.texts[locale]?.[row.key] ?? '')),
  ])
  const fields = [KEY_COLUMN, PLACE_COLUMN, LIMIT_COLUMN, ...locales]
  return BYTE_ORDER_MARK + Papa.unparse({ fields, data }, { newline: '\r\n' }) + '\r\n'
}
