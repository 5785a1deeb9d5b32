import { expect, test } from 'vitest'
import { languageTag, TRADE_LANGUAGES } from './trade-languages.ts'

test.for([
  ['in its usual spelling', 'pt-br', 'pt-BR'],
  ['with blanks around', ' zh-hant-tw ', 'zh-Hant-TW'],
  ['a name is no code', 'German', null],
  ['nothing is none', '', null],
  ['neither are signs', 'de_DE<', null],
  ['a private one is more than a flow takes', 'x-klingon', null],
] as const)('a code %s', ([, typed, tag]) => {
  expect(languageTag(typed)).toBe(tag)
})

test('what is offered is spelled as it is stored', () => {
  expect(TRADE_LANGUAGES.map(languageTag)).toEqual(TRADE_LANGUAGES)
})
