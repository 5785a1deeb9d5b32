import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brandRules } from './brand-rules.ts'
import { brandTokens } from './brand-tokens.ts'
import { BLACK, type Colour, colourOf, contrast, hexOf, mix, WHITE } from './contrast.ts'

const colour: fc.Arbitrary<Colour> = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))
const css = readFileSync(new URL('../panel/panel.css', import.meta.url), 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)')

/** A colour of the style sheet itself. */
function inCss(theme: 'light' | 'dark', name: string): Colour {
  const hex = new RegExp(`--${name}: (#\\w+);`).exec(theme === 'light' ? lightCss : darkCss)?.[1] ?? ''
  return colourOf(hex.length === 4 ? hex.replaceAll(/[^#]/g, '$&$&') : hex) ?? BLACK
}

describe.for(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('every text in the store’s colour is readable, whatever colour the store picks', () => {
    fc.assert(
      fc.property(colour, (picked) => {
        const tokens = brandTokens(picked, theme)
        expect(contrast(tokens['on-brand'], tokens.brand)).toBeGreaterThanOrEqual(4.5)
        for (const name of ['surface', 'surface-2', 'ground']) {
          const ground = inCss(theme, name)
          expect(contrast(tokens['brand-text'], ground), name).toBeGreaterThanOrEqual(4.5)
        }
        const tint = mix(inCss(theme, 'surface'), tokens.brand, 0.12)
        expect(contrast(tokens['brand-text'], tint), 'tint').toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 2_000 },
    )
  })

  test.for(['text', 'text-2', 'danger'])('%s is readable on every ground', (name) => {
    for (const ground of ['surface', 'surface-2', 'ground']) {
      expect(contrast(inCss(theme, name), inCss(theme, ground)), ground).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('a field’s border stands out', () => {
    expect(contrast(inCss(theme, 'line-control'), inCss(theme, 'surface'))).toBeGreaterThanOrEqual(3)
  })
})

test('the style sheet mixes the tint as the computation does', () => {
  expect(css).toContain('color-mix(in srgb, var(--sb-brand) 12%, var(--surface))')
})

test('contrast follows WCAG: 21 for black on white, 1 for a colour on itself', () => {
  expect(contrast(BLACK, WHITE)).toBeCloseTo(21, 5)
  expect(contrast([31, 77, 68], [31, 77, 68])).toBe(1)
  expect(contrast([118, 118, 118], WHITE)).toBeCloseTo(4.54, 2)
})

test('only a plain colour gets into the style rules', () => {
  expect(brandRules('#1F4D44')).toContain('--sb-brand:#1f4d44')
  for (const wrong of ['red;}*{display:none', '#12345', '#1f4d44}', null, undefined]) {
    expect(brandRules(wrong)).toBe(brandRules(null))
  }
  expect(hexOf([4, 93, 116])).toBe('#045d74')
})
