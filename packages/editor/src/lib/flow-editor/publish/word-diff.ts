/** A run of a text: kept, taken out, or put in. */
export interface Piece {
  readonly text: string
  readonly mark?: 'del' | 'ins'
}

/** Texts of more words than this are shown one after the other, old and new: comparing them would take longer than reading. */
const MAX_WORDS = 600
/** Less in common than this share of the longer one, and the two are different texts. */
const ALIKE = 0.3
/** Of a long run that stays, so many characters are shown at each end. */
const AROUND = 24

/** A text that went as a whole is known; beyond this it is shortened too. */
const LONG = 160

/** What changed from one text to another, word by word; Chinese sign by sign. Long runs that stay are shortened. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [old, made] = [words(before), words(after)]
  if (old.length > MAX_WORDS || made.length > MAX_WORDS) return whole(before, after)
  const pieces = compare(old, made)
  const kept = pieces.filter(({ mark }) => mark === undefined).map(({ text }) => text)
  const common = kept.join('').trim().length
  if (common < ALIKE * Math.max(before.length, after.length)) return whole(before, after)
  return pieces.map((piece, index) =>
    piece.mark === undefined ? { text: shorten(piece.text, index > 0, index < pieces.length - 1) } : piece,
  )
}

function whole(before: string, after: string): readonly Piece[] {
  const both: readonly Piece[] = [
    { text: before.length > LONG ? shorten(before, true, true) : before, mark: 'del' },
    { text: after, mark: 'ins' },
  ]
  return both.filter(({ text }) => text !== '')
}

function words(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+|\s+/gu) ?? []
}

/** The longest common run of words stays; between its parts stands what went, then what came. */
function compare(old: readonly string[], made: readonly string[]): readonly Piece[] {
  const lengths = commonLengths(old, made)
  const pieces: Piece[] = []
  const add = (text: string, mark?: Piece['mark']): void => {
    const last = pieces.at(-1)
    if (last && last.mark === mark) pieces[pieces.length - 1] = { ...last, text: last.text + text }
    else pieces.push(mark ? { text, mark } : { text })
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < made.length) {
    const [was, is] = [old[i], made[j]]
    if (was !== undefined && was === is) {
      add(was)
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      add(was, 'del')
      i += 1
    } else {
      add(is ?? '', 'ins')
      j += 1
    }
  }
  return pieces
}

/** `[i][j]`: how many words the ends of both, from i and from j on, have in common in order. */
function commonLengths(old: readonly string[], made: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(made.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = made.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (!row) continue
      row[j] =
        old[i] === made[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}

function shorten(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const keep = (hasBefore ? AROUND : 0) + (hasAfter ? AROUND : 0)
  if (text.length <= keep + AROUND) return text
  // At a blank where there is one.
  const start = hasBefore
    ? text
        .slice(0, AROUND)
        .replace(/(?<=\s)\S*$/u, '')
        .trimEnd()
    : ''
  const end = hasAfter
    ? text
        .slice(-AROUND)
        .replace(/^\S*(?=\s)/u, '')
        .trimStart()
    : ''
  return `${start}${hasBefore ? ' … ' : '… '}${end}`.toWellFormed()
}
