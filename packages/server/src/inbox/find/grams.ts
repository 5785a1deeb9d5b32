/** Scripts that write words without spaces between them: each character carries a meaning of its own. */
const RUNS =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

/**
 * The pieces by which a folded text is found: of Chinese, Japanese and Korean every character and every pair; of all else every three
 * characters in a row, with the blank before a word as one of them, so that two letters find the words they begin.
 */
export function gramsOfText(folded: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const [run, dense] of folded.matchAll(RUNS)) {
    if (dense === undefined) for (const gram of pieces(` ${run}`, 3)) grams.add(gram)
    else for (const size of [1, 2]) for (const gram of pieces(run, size)) grams.add(gram)
  }
  return grams
}

/** The grams that a text must have to hold this term, one word of a folded query: as few as are needed. Empty: it is too short. */
export function gramsOfTerm(term: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const [run, dense] of term.matchAll(RUNS)) {
    if (dense !== undefined) for (const gram of pieces(run, lengthOf(run) > 1 ? 2 : 1)) grams.add(gram)
    else for (const gram of pieces(lengthOf(run) > 2 ? run : ` ${run}`, 3)) grams.add(gram)
  }
  return grams
}

/** What has to stand in the words of a conversation, which begin with a blank: two letters only where a word begins. */
export function needleOfTerm(term: string): string {
  const begins = [...gramsOfTerm(term)]
  return begins.length === 1 && begins[0] === ` ${term}` ? ` ${term}` : term
}

/** A gram as a number of 32 bits with the store in it (FNV-1a), so that the posting lists of different stores are different ones. */
export function hashGram(storeId: number, gram: string): number {
  let hash = 0x811c9dc5
  for (const character of `${String(storeId)}:${gram}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash | 0
}

function pieces(run: string, size: number): readonly string[] {
  const characters = [...run]
  const found: string[] = []
  for (let place = 0; place + size <= characters.length; place += 1) {
    found.push(characters.slice(place, place + size).join(''))
  }
  return found
}

function lengthOf(run: string): number {
  return [...run].length
}
