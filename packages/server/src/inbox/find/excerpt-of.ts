import type { ExcerptPart } from '@shopbell/protocol'
import { foldText } from './fold-text.ts'
import { needleOfTerm } from './grams.ts'

/** About how much of a message is shown, in UTF-16 units, and how much of it before the first hit. */
const MAX_UNITS = 160
const BEFORE_UNITS = 40

/** The part of a text around the first of these folded terms, hits marked; null: it holds none of them. */
export function excerptOf(text: string, terms: readonly string[]): readonly ExcerptPart[] | null {
  const line = text.replace(/\s+/g, ' ').trim()
  const hits = hitsIn(line, terms)
  const [first] = hits
  if (first === undefined) return null
  const from = first.from <= BEFORE_UNITS ? 0 : wordBegin(line, first.from - BEFORE_UNITS)
  const to = Math.min(line.length, from + MAX_UNITS)
  const parts: ExcerptPart[] = []
  const add = (begin: number, end: number, hit: boolean) => {
    if (begin < end) parts.push({ text: line.slice(begin, end).toWellFormed(), hit })
  }
  let shown = from
  for (const hit of hits) {
    if (hit.to > to) break
    add(shown, hit.from, false)
    add(hit.from, hit.to, true)
    shown = hit.to
  }
  add(shown, to, false)
  const clipped = parts.map(({ text, hit }, place) => {
    const begins = place === 0 && from > 0 ? '…' : ''
    const ends = place === parts.length - 1 && to < line.length ? '…' : ''
    return { text: `${begins}${text}${ends}`, hit }
  })
  return clipped
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Where the terms stand in the original, in order and merged. */
function hitsIn(line: string, terms: readonly string[]): readonly Range[] {
  const { folded, from, to } = foldText(line)
  const found: Range[] = []
  for (const term of terms) {
    const needle = needleOfTerm(term)
    const lead = needle.length - term.length
    const within = ` ${folded}`
    for (let at = within.indexOf(needle); at !== -1; at = within.indexOf(needle, at + needle.length)) {
      const begin = from[at + lead - 1]
      const end = to[at + needle.length - 2]
      if (begin !== undefined && end !== undefined) found.push({ from: begin, to: end })
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: Range[] = []
  for (const hit of found) {
    const last = merged.at(-1)
    if (last !== undefined && hit.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, hit.to) }
    else merged.push(hit)
  }
  return merged
}

/** The first place at or after `at` where a word begins, so that a piece does not begin in the middle of one. */
function wordBegin(line: string, at: number): number {
  const blank = line.indexOf(' ', at)
  return blank === -1 || blank > at + BEFORE_UNITS / 2 ? at : blank + 1
}
