import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { Wake } from './wake.ts'

/** Wakes of one node to the others, as text. */
export interface WakeLetter {
  readonly from: string
  readonly wakes: readonly Wake[]
}

/** PostgreSQL takes payloads below 8,000 bytes. */
const MAX_BYTES = 7_900

const letter = Compile(
  Type.Object({ from: Type.String(), wakes: Type.Array(Wake) }, { additionalProperties: false }),
)

/** As few texts as hold them all; most often one. */
export function writeWakeLetters({ from, wakes }: WakeLetter): readonly string[] {
  const frame = JSON.stringify({ from, wakes: [] }).length
  const pages: string[][] = []
  let left = 0
  for (const wake of wakes) {
    // Ids and numbers only: one byte for each character.
    const text = JSON.stringify(wake)
    if (left < text.length + 1) {
      pages.push([])
      left = MAX_BYTES - frame
    }
    pages.at(-1)?.push(text)
    left -= text.length + 1
  }
  return pages.map((page) => `{"from":${JSON.stringify(from)},"wakes":[${page.join(',')}]}`)
}

/** Null for what this version does not understand: another program's, or a newer version's. */
export function readWakeLetter(text: string | undefined): WakeLetter | null {
  try {
    const read: unknown = JSON.parse(text ?? '')
    return letter.Check(read) ? read : null
  } catch {
    return null
  }
}
