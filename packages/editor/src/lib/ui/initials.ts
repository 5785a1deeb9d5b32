/** Tones an avatar can have; each a pair of tokens. */
const TONES = 6

/** Two letters for a name: of its first and last word, or the first two of a single one; one sign for Chinese names. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  const [first = '', last] = [words[0], words.at(-1)]
  const letters = [...first]
  if (/\p{Script=Han}/u.test(first)) return letters[0] ?? ''
  const pair = words.length > 1 && last ? [letters[0], [...last][0]] : letters.slice(0, 2)
  return pair.join('').toLocaleUpperCase()
}

/** The same tone for the same name, always. */
export function tone(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973
  return sum % TONES
}
