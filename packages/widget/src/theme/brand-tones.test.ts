import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandTones } from './brand-tones.ts'
import { type Colour, colourOf, contrast, hexOf, WHITE } from './contrast.ts'

test('a dark colour takes white as it is', () => {
  expect(brandTones('#1F4D44')).toMatchObject({ text: '#ffffff', forWhite: null })
})

test('a bright colour gets dark text, and a tone that would take white', () => {
  const tones = brandTones('#F5C400')
  expect(tones?.whiteContrast).toBeLessThan(2)
  expect(tones?.text).not.toBe('#ffffff')
  expect(contrast(WHITE, colourOf(tones?.forWhite) ?? WHITE)).toBeGreaterThanOrEqual(4.5)
})

test.for(['', '#fff', 'petrol', '#12345g'])('"%s" is no colour', (text) => {
  expect(brandTones(text)).toBeNull()
})

test('whatever colour is picked, its text is readable', () => {
  const part = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.tuple(part, part, part), (colour: Colour) => {
      const tones = brandTones(hexOf(colour))
      expect(tones?.contrast).toBeGreaterThanOrEqual(4.5)
      expect(contrast(WHITE, colourOf(tones?.forWhite) ?? colour)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})
