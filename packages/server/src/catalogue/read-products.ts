import {
  type ImportProblem,
  MAX_IMPORT_BYTES,
  MAX_IMPORT_ROWS,
  MAX_TOLD_PROBLEMS,
  type Product,
} from '@shopbell/protocol'
import { checkRow } from './check-row.ts'
import { fileText, NotText } from './file-text.ts'
import type { FileRow } from './file-row.ts'
import { cellValue } from './product-columns.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'

/** A file of products, read to its end. */
export interface ProductFile {
  /** In the file's order; empty of use where there are problems. */
  readonly products: readonly Product[]
  /** The first ones. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
  readonly rows: number
}

export type FileFormat = 'csv' | 'json'

/** Reads a file of products as its bytes come in, and checks every row. Throws `FileTooBig`. */
export async function readProducts(
  bytes: AsyncIterable<Uint8Array>,
  format: FileFormat,
): Promise<ProductFile> {
  const products: Product[] = []
  const rowOfRef = new Map<string, number>()
  const problems: ImportProblem[] = []
  let problemCount = 0
  let rows = 0
  const tell = (problem: ImportProblem) => {
    problemCount += 1
    if (problems.length < MAX_TOLD_PROBLEMS) problems.push(problem)
  }

  const text = fileText(bytes, MAX_IMPORT_BYTES)
  try {
    for await (const read of format === 'csv' ? csvRows(text) : readJson(text)) {
      if ('fault' in read) {
        tell(read.fault)
        continue
      }
      rows += 1
      if (rows > MAX_IMPORT_ROWS) {
        const message = `A file can have ${String(MAX_IMPORT_ROWS)} products; split it.`
        tell({ row: read.row, code: 'TOO_MANY_ROWS', message })
        break
      }
      const checked = checkRow(read.row, read.values)
      if ('fault' in checked) {
        tell(checked.fault)
        continue
      }
      const { ref } = checked.product
      const before = rowOfRef.get(ref)
      if (before === undefined) {
        rowOfRef.set(ref, read.row)
        products.push(checked.product)
      } else {
        const message = `ref: row ${String(before)} has the same one; keep one of the two.`
        tell({ row: read.row, column: 'ref', code: 'REF_TWICE', message })
      }
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error
    const message = 'The file is not a UTF-8 text; in Excel save it as “CSV UTF-8”, in WPS choose UTF-8.'
    tell({ row: rows + 1, code: 'NOT_UTF8', message })
  }
  if (rows === 0 && problemCount === 0) {
    tell({ row: 1, code: 'FILE_EMPTY', message: 'The file has no products; write one in each row.' })
  }
  return { products, problems, problemCount, rows }
}

async function* csvRows(text: AsyncGenerator<string>): AsyncGenerator<FileRow> {
  for await (const read of readCsv(text)) {
    if ('fault' in read) yield read
    else {
      const values = Object.entries(read.values).map(([column, cell]) => [
        column,
        cellValue(column, String(cell)),
      ])
      yield { row: read.row, values: Object.fromEntries(values) }
    }
  }
}
