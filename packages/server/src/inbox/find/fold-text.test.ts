import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

test.for([
  ['case and accents', 'Café-Ⅻ', 'cafe xii'],
  ['punctuation between words', 'kim@shop.com, A-1042!', 'kim shop com a 1042'],
  ['full width', 'ＡＢＣ１２３', 'abc123'],
  ['Chinese as it stands', '你好，吗？', '你好 吗'],
  ['the sound marks of Japanese stay', 'が', 'が'],
  ['Greek at the end of a word', 'ΟΔΟΣ', 'οδοσ'],
  ['blanks at the ends', '  two   words ', 'two words'],
  ['nothing', ' — ', ''],
] as const)('folds %s', ([, text, folded]) => {
  expect(foldText(text).folded).toBe(folded)
})

test('every folded unit knows where it came from, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { folded, from, to } = foldText(text)
      expect(from).toHaveLength(folded.length)
      expect(to).toHaveLength(folded.length)
      for (let unit = 0; unit < folded.length; unit += 1) {
        expect(to[unit]! > from[unit]! && from[unit]! >= (from[unit - 1] ?? 0)).toBe(true)
      }
    }),
  )
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const once = foldText(text).folded
      expect(foldText(once).folded).toBe(once)
    }),
  )
})

test('plain letters fold as they do beside any other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (text) => {
      const alone = foldText(text)
      const beside = foldText(`${text}.é`)
      const blank = alone.folded === '' ? '' : `${alone.folded} `
      expect(beside.folded).toBe(`${blank}e`)
      expect(beside.from.slice(0, alone.from.length)).toEqual(alone.from)
      expect(beside.to.slice(0, alone.to.length)).toEqual(alone.to)
    }),
  )
})
