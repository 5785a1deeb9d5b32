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
const ASCII_ONLY = /^[\0-\x7f]*$/
const LATIN_ACCENTS = /[\u0300-\u036f]/g
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu

/** Folds a text: `Café-Ⅻ` → `cafe xii`. Both what is searched and what it is searched for go through here. */
export function foldText(text: string): FoldedText {
  if (ASCII_ONLY.test(text)) return foldAscii(text)
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

/** The same for text in which every unit is a character of its own, a fraction of the time. */
function foldAscii(text: string): FoldedText {
  const lower = text.toLowerCase()
  const from: number[] = []
  let folded = ''
  for (let place = 0; place < lower.length; place += 1) {
    const unit = lower.charCodeAt(place)
    if (isAsciiWord(unit)) folded += lower.charAt(place)
    else if (folded !== '' && !folded.endsWith(' ')) folded += ' '
    else continue
    from.push(place)
  }
  if (folded.endsWith(' ')) {
    folded = folded.slice(0, -1)
    from.pop()
  }
  return { folded, from, to: from.map((place) => place + 1) }
}

/** A digit or a small letter. */
function isAsciiWord(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a)
}

function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').replace(LATIN_ACCENTS, '').normalize('NFKC').toLowerCase()
  // A sigma at the end of a word is the same letter.
  return plain.replaceAll('ς', 'σ').replace(BETWEEN_WORDS, ' ')
}
