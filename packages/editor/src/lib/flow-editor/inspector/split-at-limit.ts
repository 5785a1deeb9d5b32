import { characterCount, type CountMode } from '@shopbell/engine'

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Where a text passes its limit: the part that fits, and the surplus to underline. Nothing is cut; both together are the text.
 * Counted by the engine's one function, so that what is underlined is what the validator counts.
 */
export function splitAtLimit(
  text: string,
  limit: number,
  mode: CountMode,
): readonly [fits: string, surplus: string] {
  if (characterCount(text, mode) <= limit) return [text, '']
  const ends = Array.from(GRAPHEMES.segment(text), ({ index, segment }) => index + segment.length)
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (characterCount(text.slice(0, ends[middle]), mode) <= limit) low = middle + 1
    else high = middle
  }
  const at = ends[low - 1] ?? 0
  return [text.slice(0, at), text.slice(at)]
}
