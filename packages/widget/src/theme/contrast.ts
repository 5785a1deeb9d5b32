/** A colour as red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

export const WHITE: Colour = [255, 255, 255]
export const BLACK: Colour = [0, 0, 0]

/** Reads `#rrggbb`; null for anything else. */
export function colourOf(hex: string | null | undefined): Colour | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex ?? '')?.[1]
  if (digits === undefined) return null
  const bits = Number.parseInt(digits, 16)
  return [bits >> 16, (bits >> 8) & 255, bits & 255]
}

export function hexOf(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** `share` of `over` (0 to 1) laid over `base`. */
export function mix(base: Colour, over: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2): number => Math.round(base[index] * (1 - share) + over[index] * share)
  return [part(0), part(1), part(2)]
}

/** Contrast by the formula of WCAG 2.2, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  const value = part / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
