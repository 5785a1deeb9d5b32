import { BLACK, type Colour, colourOf, contrast, hexOf, mix, WHITE } from './contrast.ts'
import { brandTokens } from './brand-tokens.ts'

/** WCAG 2.2 AA for text. */
const READABLE = 4.5
const STEP = 0.02

/** What becomes of a store's colour: the text that stands on it, how well white would be read, and the nearest tone that takes white. */
export interface BrandTones {
  readonly text: string
  /** Contrast of `text` on the colour, 4.5 or more. */
  readonly contrast: number
  readonly whiteContrast: number
  /** Null: white is readable as it is. */
  readonly forWhite: string | null
}

/** Null for anything but `#rrggbb`. */
export function brandTones(hex: string): BrandTones | null {
  const brand = colourOf(hex)
  if (brand === null) return null
  const text = brandTokens(brand, 'light')['on-brand']
  const whiteContrast = contrast(WHITE, brand)
  return {
    text: hexOf(text),
    contrast: contrast(text, brand),
    whiteContrast,
    forWhite: whiteContrast >= READABLE ? null : hexOf(darkened(brand)),
  }
}

function darkened(brand: Colour): Colour {
  for (let share = STEP; share < 1; share += STEP) {
    const tone = mix(brand, BLACK, share)
    if (contrast(WHITE, tone) >= READABLE) return tone
  }
  return BLACK
}
