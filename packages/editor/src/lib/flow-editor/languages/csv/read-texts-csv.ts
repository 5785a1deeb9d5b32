import Papa from 'papaparse'
import { decodeTable } from './decode-table.ts'
import { unguardFormula } from './guard-formula.ts'
import { KEY_COLUMN, LIMIT_COLUMN, PLACE_COLUMN } from './write-texts-csv.ts'

/** Larger than any flow can be, also with every text in ten languages. */
export const MAX_CSV_BYTES = 4 * 1_024 * 1_024

/** A translator's file as it was written, before anything is compared. */
export interface TextsFile {
  readonly locales: readonly string[]
  readonly rows: readonly TextsFileRow[]
  /** Headings that are no language: their columns are left alone. */
  readonly ignored: readonly string[]
}

export interface TextsFileRow {
  /** As a spreadsheet numbers it; the headings are row 1. */
  readonly row: number
  readonly key: string
  /** By locale; a cell that is empty is left out. */
  readonly texts: Readonly<Record<string, string>>
}

/** Why a file cannot be read as texts; each has its sentence in the catalogue (`csv.fault.<fault>`). */
export type TextsFileFault =
  'tooBig' | 'notText' | 'notUtf8' | 'noKey' | 'noLanguage' | 'columnTwice' | 'brokenQuotes'

export type ReadTextsFile =
  | { readonly ok: true; readonly file: TextsFile }
  | { readonly ok: false; readonly fault: TextsFileFault; readonly at: string }

/** What spreadsheets put between cells, depending on their country. */
const SEPARATORS = [',', ';', '\t'] as const

/**
 * Reads a file a translator sends back: any order of columns, any of three separators, UTF-8 or the UTF-16 that spreadsheets call
 * Unicode text. `known` are the flow's languages; other headings are taken for a language where they name one.
 */
export function readTextsCsv(bytes: Uint8Array, known: readonly string[]): ReadTextsFile {
  if (bytes.length > MAX_CSV_BYTES) return failed('tooBig')
  const decoded = decodeTable(bytes)
  if (!decoded.ok) return failed(decoded.fault)
  const tables = SEPARATORS.map((delimiter) => Papa.parse<string[]>(decoded.text, { delimiter }))
  const table = tables.find(({ data: [head = []] }) => head.some((cell) => headingOf(cell) === KEY_COLUMN))
  if (!table) return failed('noKey')
  const broken = table.errors.find(({ type }) => type === 'Quotes')
  if (broken) return failed('brokenQuotes', String((broken.row ?? 0) + 1))

  const [head = [], ...body] = table.data
  const headings = head.map(headingOf)
  const twice = headings.find((name, index) => name !== '' && headings.indexOf(name) !== index)
  if (twice !== undefined) return failed('columnTwice', twice)
  const columns = head.map((cell) => localeOf(cell, known))
  const locales = columns.filter((locale) => locale !== null)
  if (locales.length === 0) return failed('noLanguage')
  const keyAt = headings.indexOf(KEY_COLUMN)
  return {
    ok: true,
    file: {
      locales,
      ignored: head.filter((cell, index) => columns[index] === null && !OUR_OWN.has(headingOf(cell))),
      rows: body.flatMap((cells, index) => {
        const key = (cells[keyAt] ?? '').trim()
        if (cells.every((cell) => cell.trim() === '')) return []
        return [{ row: index + 2, key, texts: textsOf(cells, columns) }]
      }),
    },
  }
}

const OUR_OWN: ReadonlySet<string> = new Set(['', KEY_COLUMN, PLACE_COLUMN, LIMIT_COLUMN])

function headingOf(cell: string): string {
  return cell.trim().toLowerCase()
}

function textsOf(cells: readonly string[], columns: readonly (string | null)[]): TextsFileRow['texts'] {
  return Object.fromEntries(
    columns.flatMap((locale, index) => {
      const text = unguardFormula((cells[index] ?? '').replaceAll(/\r\n?/g, '\n'))
      return locale === null || text.trim() === '' ? [] : [[locale, text] as const]
    }),
  )
}

/** The language a heading names, in the spelling the flow has; null where it names none. */
function localeOf(cell: string, known: readonly string[]): string | null {
  const name = headingOf(cell)
  if (OUR_OWN.has(name)) return null
  const own = known.find((locale) => locale.toLowerCase() === name)
  if (own !== undefined) return own
  try {
    const [tag] = Intl.getCanonicalLocales(cell.trim())
    const shown = tag && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag)
    return tag && shown ? tag : null
  } catch {
    return null
  }
}

function failed(fault: TextsFileFault, at = ''): ReadTextsFile {
  return { ok: false, fault, at }
}
