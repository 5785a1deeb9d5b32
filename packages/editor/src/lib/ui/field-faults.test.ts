import { expect, test } from 'vitest'
import { looksLikeEmail, missingCharacters } from './field-faults.ts'

test.for([
  ['', 12],
  ['eleven-char', 1],
  ['twelve-chars', 0],
  ['🦊🦊🦊🦊🦊🦊', 6],
] as const)('"%s" lacks %i characters', ([password, missing]) => {
  expect(missingCharacters(password)).toBe(missing)
})

test('an address has one @ between something and something', () => {
  expect(['a@b', 'you@shop.com', 'a b@c', '@b', 'a@', 'a@b@c'].map(looksLikeEmail)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
