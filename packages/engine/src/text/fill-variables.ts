/** `{{name}}` or `{{name|what to say without it}}`; names are letters, digits, dots and dashes. */
const VARIABLE = /\{\{\s*([A-Za-z][A-Za-z0-9.-]{0,60})\s*(?:\|([^{}]{0,200}))?\}\}/g

export interface VariableUse {
  readonly name: string
  readonly fallback: string | null
}

/** All variables a text names, in order. */
export function variablesOf(text: string): readonly VariableUse[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '', fallback]) => ({ name, fallback: fallback ?? null }))
}

/**
 * Fills `{{variables}}` (WEL-07). Without a value the fallback stands in, without a fallback nothing does; what looks like a variable
 * but cannot be read is removed too, so that an unfilled one never reaches a buyer. Values are put in as they are and not read again.
 */
export function fillVariables(text: string, valueOf: (name: string) => string | undefined): string {
  const filled: string[] = []
  const holes = text.replace(VARIABLE, (_whole, name: string, fallback: string | undefined) => {
    filled.push(valueOf(name) ?? fallback?.trim() ?? '')
    return SLOT
  })
  const bare = holes.replace(/\{\{[^{}]*\}\}/g, '')
  let next = 0
  return bare
    .split(SLOT)
    .map((piece, index) => (index === 0 ? piece : (filled[next++] ?? '') + piece))
    .join('')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +([,.!?;:，。！？；：])/g, '$1')
    .trim()
}

/** Stands for a filled variable while the rest is tidied; a private-use character that no text may hold (see well-formed-text). */
const SLOT = '\uE000'
