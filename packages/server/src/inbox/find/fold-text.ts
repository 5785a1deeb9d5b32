/** A text as the search compares it, and where each of its characters stood in the original. */
export interface FoldedText {
  /** Lower case, without accents, one space between words, none at the ends. */
  readonly folded: string
  /** For each UTF-16 unit of `folded`, the range of the original it came from. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** One character with the marks that stand on it. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gu
const LATIN_ACCENTS = /[\u0300-\u036f]/g
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu

/** Folds a text: `Café-Ⅻ` → `cafe xii`. Both what is searched and what it is searched for go through here. */
export function foldText(text: string): FoldedText {
  const from: number[] = []
  const to: number[] = []
  let folded = ''
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    const piece = foldCharacter(character)
    for (const unit of piece.split('')) {
      const isSecondSpace = unit === ' ' && (folded === '' || folded.endsWith(' '))
      if (isSecondSpace) continue
      folded += unit
      from.push(index)
      to.push(index + character.length)
    }
  }
  return folded.endsWith(' ')
    ? { folded: folded.slice(0, -1), from: from.slice(0, -1), to: to.slice(0, -1) }
    : { folded, from, to }
}

function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').replace(LATIN_ACCENTS, '').normalize('NFKC').toLowerCase()
  // A sigma at the end of a word is the same letter.
  return plain.replaceAll('ς', 'σ').replace(BETWEEN_WORDS, ' ')
}
