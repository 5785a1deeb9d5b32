import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardFormula, unguardFormula } from './guard-formula.ts'

test.for([
  ['plain words stay as they are', 'MOQ?', 'MOQ?'],
  ['a formula becomes words', '=HYPERLINK("https://x.example","y")', '\'=HYPERLINK("https://x.example","y")'],
  ['so does one that adds, takes away or asks a name', '+1', "'+1"],
  ['a list of the seller’s', '- one\n- two', "'- one\n- two"],
  ['a full-width sign', '＝1', "'＝1"],
  ['behind a blank', ' =1', "' =1"],
  ['one that was guarded already, once more', "'=1", "''=1"],
  ['an apostrophe that guards nothing', "'t was", "'t was"],
  ['a leading tab', '\tx', "'\tx"],
] as const)('%s', ([, text, cell]) => {
  expect(guardFormula(text)).toBe(cell)
  expect(unguardFormula(cell)).toBe(text)
})

test('what a translator wrote without a guard is taken as it is', () => {
  expect(unguardFormula('-5 °C')).toBe('-5 °C')
})

test('whatever a text is, no cell runs, and the very text comes back', () => {
  const signs = fc.constantFrom('=', '+', '-', '@', "'", '’', '|', '%', ' ', '\t', '\n', 'a', '＝', '价')
  const text = fc.oneof(fc.string({ unit: signs, maxLength: 8 }), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(text, (written) => {
      const cell = guardFormula(written)
      expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      expect(unguardFormula(cell)).toBe(written)
    }),
    { verbose: 1 },
  )
})
