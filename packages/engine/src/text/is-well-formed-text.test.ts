import { expect, test } from 'vitest'
import { isWellFormedText } from './is-well-formed-text.ts'

test.for([
  ['words', 'Hello 您好 👨‍👩‍👧‍👦', true],
  ['nothing', '', true],
  ['a private-use character', '\uE000', true],
  ['a NUL', 'a\u0000b', false],
  ['the first half of a pair', 'a\ud83d', false],
  ['the second half of a pair', '\udc4da', false],
  ['the halves in the wrong order', '\udc4d\ud83d', false],
] as const)('%s: %j', ([, text, wellFormed]) => {
  expect(isWellFormedText(text)).toBe(wellFormed)
})
