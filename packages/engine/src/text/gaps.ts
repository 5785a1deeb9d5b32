/** `{{?what belongs here}}`: no variable, because a name never begins with a question mark. */
const GAP = /\{\{\?([^{}]{0,200})\}\}/g

/** A place in a text that only the seller can fill. `at` and `end` are UTF-16 offsets of the whole mark. */
export interface Gap {
  readonly what: string
  readonly at: number
  readonly end: number
}

/**
 * The gaps of a text, in order. Templates leave them where they cannot know the answer (a deposit, a lead time); a flow with one
 * is not publishable, and what is not filled never reaches a buyer.
 */
export function gapsOf(text: string): readonly Gap[] {
  return [...text.matchAll(GAP)].map(({ 0: whole, 1: what = '', index }) => ({
    what: what.trim(),
    at: index,
    end: index + whole.length,
  }))
}

/** The text with a space where each gap was. */
export function withoutGaps(text: string): string {
  return text.replaceAll(GAP, ' ')
}
