import { BLACK, type Colour, contrast, mix, WHITE } from './contrast.ts'

/** WCAG 2.2 AA for text. */
const READABLE = 4.5
/** One step towards black or white when a tone is not readable enough. */
const STEP = 0.04

/** How much of the brand is in a tint; the style sheet mixes the same. */
const TINT_SHARE = 0.12

/** What a theme puts behind texts; the style sheet holds the same, and a test compares them. */
const GROUNDS: Readonly<Record<Theme, readonly Colour[]>> = {
  light: [WHITE, [241, 243, 241]],
  dark: [
    [29, 27, 24],
    [40, 37, 33],
  ],
}

export type Theme = 'light' | 'dark'

/** The colours that depend on the store's; in style sheets `--sb-<name>`. All others are the style sheet's. */
export interface BrandTokens {
  readonly brand: Colour
  readonly 'on-brand': Colour
  /** The brand as a text colour on the theme's grounds and on the tint. */
  readonly 'brand-text': Colour
}

/**
 * The widget's colours from the store's one. Every pair that carries text has a contrast of 4.5 or more whatever colour a
 * store picks: a tone that would be too weak is moved towards black or white until it is readable.
 */
export function brandTokens(picked: Colour, theme: Theme): BrandTokens {
  const grounds = GROUNDS[theme]
  const away = theme === 'light' ? BLACK : WHITE
  const brand = theme === 'light' ? picked : movedUntilReadable(picked, WHITE, grounds)
  const tints = grounds.map((ground) => mix(ground, brand, TINT_SHARE))
  return {
    brand,
    'on-brand': readableOn(brand),
    'brand-text': movedUntilReadable(brand, away, [...grounds, ...tints]),
  }
}

/** White where it is readable on the colour, else a dark tone of the colour itself (white or black always is). */
function readableOn(colour: Colour): Colour {
  if (contrast(WHITE, colour) >= READABLE) return WHITE
  return movedUntilReadable(mix(colour, BLACK, 0.8), BLACK, [colour])
}

function movedUntilReadable(colour: Colour, towards: Colour, grounds: readonly Colour[]): Colour {
  for (let share = 0; share < 1; share += STEP) {
    const moved = mix(colour, towards, share)
    if (grounds.every((ground) => contrast(moved, ground) >= READABLE)) return moved
  }
  return towards
}
