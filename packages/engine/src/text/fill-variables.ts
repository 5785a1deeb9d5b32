/** `{{name}}` or `{{name|what to say without it}}`; names are letters, digits, dots and dashes. */
const VARIABLE = /\{\{\s*([A-Za-z][A-Za-z0-9.-]{0,60})\s*(?:\|([^{}]{0,200}))?\}\}/g
/** What looks like a variable but cannot be read as one. */
const UNREADABLE = /\{\{[^{}]*\}\}/g
/** Most texts have none, and are as they are. */
const BRACE = /[{}]/
const SPACE_AT_END = /[ \t]+$/
const SPACE_AT_START = /^[ \t]+/
/** After nothing, a space before one of these is one too many. */
const NEEDS_NO_SPACE_BEFORE = /^(?:[ \t\r\n,.!?;:，。！？；：]|$)/

export interface VariableUse {
  readonly name: string
  readonly fallback: string | null
}

/** All variables a text names, in order. */
export function variablesOf(text: string): readonly VariableUse[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '', fallback]) => ({ name, fallback: fallback ?? null }))
}

/**
 * Fills `{{variables}}` (WEL-07). Without a value the fallback stands in; without a fallback nothing does, and the space it leaves is
 * closed. What looks like a variable but cannot be read is removed. Values are not read again, and doubled braces never leave this
 * function, not even from a value: an unfilled variable must not reach a buyer, whoever left it unfilled.
 */
export function fillVariables(text: string, valueOf: (name: string) => string | undefined): string {
  if (!BRACE.test(text)) return text.trim()
  let filled = ''
  let at = 0
  for (const { 0: whole, 1: name = '', 2: fallback, index } of text.matchAll(VARIABLE)) {
    filled += text.slice(at, index).replace(UNREADABLE, '')
    at = index + whole.length
    const value = valueOf(name)?.trim() || fallback?.trim() || ''
    filled += value
    if (value !== '') continue
    const after = text.slice(at)
    if (NEEDS_NO_SPACE_BEFORE.test(after)) filled = filled.replace(SPACE_AT_END, '')
    if (filled === '' || filled.endsWith('\n')) at += SPACE_AT_START.exec(after)?.[0].length ?? 0
  }
  filled += text.slice(at).replace(UNREADABLE, '')
  return filled
    .replace(/\{{2,}/g, '{')
    .replace(/\}{2,}/g, '}')
    .trim()
}
