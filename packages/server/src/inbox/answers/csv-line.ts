import { guardFormula } from './guard-formula.ts'

/** Tells spreadsheets that the file is UTF-8; without it they garble Chinese. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One line of a CSV file (RFC 4180). Texts are guarded against being run as formulas, numbers stand as they are. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = guardFormula(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
