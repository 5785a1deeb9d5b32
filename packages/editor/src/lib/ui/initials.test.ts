import { expect, test } from 'vitest'
import { initials, tone } from './initials.ts'

test.for([
  ['two words give two letters', 'Nordkap Outdoor', 'NO'],
  ['the last word counts, not the middle one', 'Fjell og Elv', 'FE'],
  ['one word gives its first two letters', 'owner', 'OW'],
  ['a Chinese name gives one sign', '拾光茶器', '拾'],
  ['a number is a letter too', 'Sales 1', 'S1'],
  ['an emoji is not cut in half', '🦊 Fox', '🦊F'],
  ['no name, no letters', '  ', ''],
] as const)('%s', ([, name, expected]) => {
  expect(initials(name)).toBe(expected)
})

test('a name keeps its tone, and names differ', () => {
  expect(tone('Nordkap Outdoor')).toBe(tone('Nordkap Outdoor'))
  expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(tone)).size).toBe(6)
})
