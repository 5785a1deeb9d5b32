import { characterCount } from '@shopbell/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitAtLimit } from './split-at-limit.ts'

test.for([
  ['ten characters fit', '1234567890', 10, ['1234567890', '']],
  ['the eleventh is surplus', '12345678901', 10, ['1234567890', '1']],
  ['a family is one character, never torn', 'abc👨‍👩‍👧‍👦d', 3, ['abc', '👨‍👩‍👧‍👦d']],
  ['an accent stays with its letter', 'e\u0301e\u0301', 1, ['e\u0301', 'e\u0301']],
] as const)('%s', ([, text, limit, parts]) => {
  expect(splitAtLimit(text, limit, 'grapheme')).toEqual(parts)
})

test('nothing is lost, what fits is within the limit, and one character more is not', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.nat(20),
      fc.constantFrom('grapheme' as const, 'cjk' as const),
      (text, limit, mode) => {
        const [fits, surplus] = splitAtLimit(text, limit, mode)
        expect(fits + surplus).toBe(text)
        expect(characterCount(fits, mode)).toBeLessThanOrEqual(limit)
        if (surplus !== '') expect(characterCount(text, mode)).toBeGreaterThan(limit)
        else expect(characterCount(text, mode)).toBeLessThanOrEqual(limit)
      },
    ),
  )
})
