import { BLACK, type Colour, contrast, mix, WHITE } from './contrast.ts'

/** WCAG 2.2 AA for text. */
const READABLE = 4.5
/** One step towards black or white when a tone is not readable enough. */
const STEP = 0.04

const DARK_PAPER: Colour = [26, 25, 23]
const DARK_INK: Colour = [239, 235, 229]
const DARK_INK_2: Colour = [181, 173, 163]
const LIGHT_INK: Colour = [29, 35, 34]
const LIGHT_INK_2: Colour = [92, 101, 98]

/** The widget's colours; in style sheets `--sb-<name>`. */
export interface BrandTokens {
  readonly brand: Colour
  readonly 'on-brand': Colour
  /** The brand as a text colour on `surface` and `tint`. */
  readonly 'brand-text': Colour
  readonly header: Colour
  readonly 'on-header': Colour
  readonly 'on-header-2': Colour
  readonly tint: Colour
  readonly 'tint-line': Colour
  readonly surface: Colour
  /** Behind the log. */
  readonly ground: Colour
  readonly 'surface-2': Colour
  readonly picture: Colour
  readonly text: Colour
  readonly 'text-2': Colour
  readonly line: Colour
  readonly 'line-control': Colour
  readonly danger: Colour
}

/**
 * All colours of the widget from the store's one. Every pair that carries text has a contrast of 4.5 or more whatever colour a
 * store picks: a tone that would be too weak is moved towards black or white until it is readable.
 */
export function brandTokens(brand: Colour, theme: 'light' | 'dark'): BrandTokens {
  return theme === 'light' ? lightTokens(brand) : darkTokens(brand)
}

function lightTokens(brand: Colour): BrandTokens {
  const tint = mix(WHITE, brand, 0.1)
  const onBrand = readableOn(brand)
  return {
    brand,
    'on-brand': onBrand,
    'brand-text': movedUntilReadable(brand, BLACK, [WHITE, tint]),
    header: brand,
    'on-header': onBrand,
    'on-header-2': movedUntilReadable(mix(brand, onBrand, 0.8), onBrand, [brand]),
    tint,
    'tint-line': mix(WHITE, brand, 0.4),
    surface: WHITE,
    ground: WHITE,
    'surface-2': mix([242, 243, 241], brand, 0.02),
    picture: [239, 241, 238],
    text: LIGHT_INK,
    'text-2': LIGHT_INK_2,
    line: [225, 229, 226],
    'line-control': [128, 137, 134],
    danger: [162, 38, 38],
  }
}

function darkTokens(brand: Colour): BrandTokens {
  const surface = mix(DARK_PAPER, brand, 0.03)
  const surface2 = mix([39, 36, 32], brand, 0.03)
  const bright = movedUntilReadable(brand, WHITE, [surface, surface2])
  const tint = mix(surface, bright, 0.16)
  return {
    brand: bright,
    'on-brand': readableOn(bright),
    'brand-text': movedUntilReadable(bright, WHITE, [tint]),
    header: surface,
    'on-header': DARK_INK,
    'on-header-2': DARK_INK_2,
    tint,
    'tint-line': mix(surface, bright, 0.4),
    surface,
    ground: mix([19, 18, 16], brand, 0.02),
    'surface-2': surface2,
    picture: mix(surface2, WHITE, 0.08),
    text: DARK_INK,
    'text-2': DARK_INK_2,
    line: mix([51, 47, 42], brand, 0.03),
    'line-control': [130, 124, 116],
    danger: [252, 157, 150],
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
