import { expect, test } from 'vitest'
import { piecesOf, variableBefore } from './variable-at-caret.ts'

test.for([
  ['right behind a variable', 'Hi {{store.name}}', 17, 3],
  ['one with a fallback', '{{buyer.name|you}}', 18, 0],
  ['inside one there is nothing to take whole', '{{store.name}}', 10, null],
  ['behind plain text', 'Hi', 2, null],
  ['behind single braces', '{name}', 6, null],
] as const)('%s', ([, text, caret, at]) => {
  expect(variableBefore(text, caret)).toBe(at)
})

test('pieces are the text, variables at the odd places', () => {
  const text = '{{a}} and {{b|c}}.'
  expect(piecesOf(text)).toEqual(['', '{{a}}', ' and ', '{{b|c}}', '.'])
  expect(piecesOf(text).join('')).toBe(text)
})
