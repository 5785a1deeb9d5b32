/** Measures of a block as it is drawn, in pixels. They are fixed, so that links and off-screen blocks need no measuring. */
export const CARD = {
  width: 224,
  head: 30,
  line: 17,
  row: 22,
  /** Below the text, before rows or the edge. */
  gap: 7,
  port: 10,
} as const

/** Widths of 12 px text; rough on purpose, so that a flow is laid out the same on every device. */
const LATIN_PX = 6.4
const WIDE_PX = 12
const TEXT_PX = CARD.width - 20
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/** How many lines a text takes on a block: none, one or two; the rest is in the inspector. */
export function linesOf(text: string): 0 | 1 | 2 {
  if (text.trim() === '') return 0
  if (text.includes('\n')) return 2
  let width = 0
  for (const sign of text) {
    width += WIDE.test(sign) ? WIDE_PX : LATIN_PX
    if (width > TEXT_PX) return 2
  }
  return 1
}
