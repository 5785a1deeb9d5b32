import { type BrandTokens, brandTokens } from './brand-tokens.ts'
import { type Colour, colourOf, hexOf } from './contrast.ts'

/** Shopbell's petrol, for a store that picked no colour. */
const UNPICKED: Colour = [4, 93, 116]

/** The style rules that hold the widget's colours for both themes. `hex` is `#rrggbb`; anything else counts as not picked. */
export function brandRules(hex: string | null | undefined): string {
  const brand = colourOf(hex) ?? UNPICKED
  const light = `:host{${declarations(brandTokens(brand, 'light'))}}`
  const dark = `:host{${declarations(brandTokens(brand, 'dark'))}}`
  return `${light}@media (prefers-color-scheme:dark){${dark}}`
}

function declarations(tokens: BrandTokens): string {
  return Object.entries(tokens)
    .map(([name, colour]: [string, Colour]) => `--sb-${name}:${hexOf(colour)}`)
    .join(';')
}
