import { foldText } from './fold-text.ts'
import { gramsOfTerm, hashGram, needleOfTerm } from './grams.ts'

/** What somebody looks for, as the store asks its index. */
export interface SearchQuery {
  /** The folded words; a conversation has to hold each of them. */
  readonly terms: readonly string[]
  /** What the index is asked; equal hashes of other grams are sorted out by `needles`. */
  readonly grams: readonly number[]
  readonly needles: readonly string[]
}

/** Words beyond these narrow nothing any more. */
const MAX_TERMS = 12

/** Reads the words of a query; `too_short` where none of them is long enough to be looked for. */
export function readQuery(storeId: number, text: string): SearchQuery | 'too_short' {
  const terms = [...new Set(foldText(text).folded.split(' '))].filter(Boolean).slice(0, MAX_TERMS)
  const grams = new Set(
    terms.flatMap((term) => [...gramsOfTerm(term)]).map((gram) => hashGram(storeId, gram)),
  )
  return grams.size === 0 ? 'too_short' : { terms, grams: [...grams], needles: terms.map(needleOfTerm) }
}
