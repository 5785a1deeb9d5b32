/**
 * What a spreadsheet would take for a formula and run: the signs that begin one (half and full width), behind blanks or apostrophes.
 * A cell of a translator's file is only ever words.
 */
const LOOKS_LIKE_A_FORMULA = /^[\s'’]*[=+\-@|%＝＋－＠]|^['’]*[\t\r\n]/

/** Puts an apostrophe before what could run, and before what already begins like that: `unguardFormula` gives the very text back. */
export function guardFormula(text: string): string {
  return LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text
}

/** Takes the apostrophe away again; also a curly one, which spreadsheets like to make of it. */
export function unguardFormula(cell: string): string {
  return /^['’]/.test(cell) && LOOKS_LIKE_A_FORMULA.test(cell) ? cell.slice(1) : cell
}
