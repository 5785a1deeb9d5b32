import { expect, test } from 'vitest'
import { fillPhrase, type Phrase } from './phrase.ts'

const waiting: Phrase = { one: '{n} buyer waits', other: '{n} buyers wait' }

test.for([
  ['one of something', waiting, 'en', { n: 1 }, '1 buyer waits'],
  ['none of something is plural in English', waiting, 'en', { n: 0 }, '0 buyers wait'],
  ['a large number has separators', waiting, 'en', { n: 1200 }, '1,200 buyers wait'],
  ['Chinese has one form', { other: '{n} 位买家在等' }, 'zh-CN', { n: 1 }, '1 位买家在等'],
  ['a text is filled in as it is', 'With {name}', 'en', { name: 'A {n} $& B' }, 'With A {n} $& B'],
  ['a missing filling stays visible', 'With {name}', 'en', {}, 'With {name}'],
] as const)('%s', ([, phrase, locale, filling, expected]) => {
  expect(fillPhrase(phrase, locale, filling)).toBe(expected)
})
