import type { PaletteEntry } from './palette-entry.ts'

/**
 * The entries in which every word that was typed occurs, in either language: those that begin with the first word come first, then
 * those where it begins a word, then the others; what cannot be used now comes last within each.
 */
export function filterEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  const [first] = words
  if (first === undefined) return entries
  return entries
    .map((entry) => ({ entry, said: plain(`${entry.title} ${entry.also} ${entry.place ?? ''}`) }))
    .filter(({ said }) => words.every((word) => said.includes(word)))
    .map(({ entry, said }) => ({ entry, rank: rankOf(entry, said, first) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry)
}

function rankOf({ title, also, refusal }: PaletteEntry, said: string, first: string): number {
  const begins = [title, also].some((name) => plain(name).startsWith(first))
  const rank = begins ? 0 : said.includes(` ${first}`) ? 2 : 4
  return refusal === undefined ? rank : rank + 1
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
