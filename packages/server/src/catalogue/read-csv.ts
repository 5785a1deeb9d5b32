import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type FileRow, unreadable } from './file-row.ts'
import { COLUMNS, isColumn, NEEDED_COLUMNS } from './product-columns.ts'

/** More characters in one row are a quotation mark that nobody closed. */
const MAX_ROW = 16_384
const SEPARATORS = [',', ';', '\t']

/**
 * The rows of a CSV file by the names of its columns, as they come in; what is empty is left out. Commas, semicolons or tabs,
 * whichever the first line has most of. A file whose quotation marks do not fit ends with the row where that shows.
 */
export async function* readCsv(text: AsyncGenerator<string>): AsyncGenerator<FileRow> {
  const { value: start } = await text.next()
  if (typeof start !== 'string') return
  const parser = parse({ delimiter: separatorIn(start), max_record_size: MAX_ROW, relax_column_count: true })
  pipeline(Readable.from(joined(start, text)), parser, () => {
    // Whoever reads the parser is told.
  })
  let columns: readonly string[] | null = null
  let row = 0
  try {
    for await (const record of parser) {
      row += 1
      const cells = cellsOf(record)
      if (columns === null) {
        columns = cells.map((name) => name.trim().toLowerCase())
        const faults = [...headFaults(columns)]
        yield* faults
        if (faults.length > 0) return
      } else if (cells.some((cell) => cell.trim() !== '')) yield rowOf(row, columns, cells)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Records that were read and not yet taken go with the parser.
    const before: unknown = error['records']
    yield unreadable(
      (typeof before === 'number' ? before : row) + 1,
      'The quotation marks of this row do not fit; write a mark inside quotes twice.',
    )
  }
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start
  yield* rest
}

function separatorIn(start: string): string {
  const [first = ''] = start.split(/\r?\n/, 1)
  const counted = SEPARATORS.map((separator) => ({ separator, n: first.split(separator).length }))
  return counted.reduce((most, one) => (one.n > most.n ? one : most)).separator
}

function cellsOf(record: unknown): readonly string[] {
  return Array.isArray(record) ? record.map(String) : []
}

function* headFaults(columns: readonly string[]): Generator<FileRow> {
  for (const [place, column] of columns.entries()) {
    if (columns.indexOf(column) < place) {
      const message = `Two columns are called “${column}”; leave one out.`
      yield { fault: { row: 1, column: column.slice(0, 200), code: 'COLUMN_UNKNOWN', message } }
    } else if (!isColumn(column)) {
      const message = `There is no column “${column.slice(0, 100)}”; the columns are ${COLUMNS.join(', ')}.`
      yield { fault: { row: 1, column: column.slice(0, 200), code: 'COLUMN_UNKNOWN', message } }
    }
  }
  for (const column of NEEDED_COLUMNS) {
    if (columns.includes(column)) continue
    const message = `The column “${column}” is missing; the first line names the columns.`
    yield { fault: { row: 1, column, code: 'COLUMN_MISSING', message } }
  }
}

function rowOf(row: number, columns: readonly string[], cells: readonly string[]): FileRow {
  if (cells.length > columns.length) {
    return unreadable(
      row,
      `This row has ${String(cells.length)} values and the first line ${String(columns.length)} names; put a text with separators in it in quotation marks.`,
    )
  }
  const values: Record<string, string> = {}
  for (const [place, cell] of cells.entries()) {
    const column = columns[place]
    if (column !== undefined && cell.trim() !== '') values[column] = cell.trim()
  }
  return { row, values }
}
