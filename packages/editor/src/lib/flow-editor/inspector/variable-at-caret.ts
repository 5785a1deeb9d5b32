/** `{{name}}` or `{{name|fallback}}` that ends at the caret, as the engine reads it. */
const ENDS_WITH_VARIABLE = /\{\{[^{}]*\}\}$/

/** Where the variable begins that ends at the caret, so that Backspace takes it whole; null without one. */
export function variableBefore(text: string, caret: number): number | null {
  const found = ENDS_WITH_VARIABLE.exec(text.slice(0, caret))
  return found ? found.index : null
}

/** A text in pieces, for showing variables as chips: every odd piece is a variable. */
export function piecesOf(text: string): readonly string[] {
  return text.split(/(\{\{[^{}]*\}\})/)
}
