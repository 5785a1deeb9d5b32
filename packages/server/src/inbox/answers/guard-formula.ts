/** What a spreadsheet would take for a formula and run: the signs that begin one (half and full width), behind blanks or apostrophes. */
const LOOKS_LIKE_A_FORMULA = /^[\s'’]*[=+\-@|%＝＋－＠]|^['’]*[\t\r\n]/

/** Puts an apostrophe before what a spreadsheet could run: a buyer's words are words. */
export function guardFormula(text: string): string {
  return LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text
}
