import type { LocalText } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { localeFor, textsOf, wordsFor, wordsIfWritten } from './local-text.ts'

const BOTH = { en: 'Hello', 'zh-CN': '你好' }

describe('the words of a text that a buyer reads', () => {
  test.for<readonly [string, LocalText, string, string, string]>([
    ['in their own language', BOTH, 'zh-CN', '你好', '你好'],
    ['whatever the case of its tag', BOTH, 'ZH-cn', '你好', '你好'],
    ['in another form of their language', BOTH, 'zh-TW', '你好', '你好'],
    ['in a language of a longer tag', BOTH, 'en-GB', 'Hello', 'Hello'],
    ['else in the store’s own', BOTH, 'fr', 'Hello', 'Hello'],
    ['in the store’s own where theirs holds only spaces', { ...BOTH, 'zh-CN': ' ' }, 'zh', 'Hello', 'Hello'],
    ['in another form of the store’s own', { de: 'Hallo', 'en-GB': 'Hello' }, 'fr', 'Hello', 'Hello'],
    ['a plain text, whoever reads', 'Hello', 'zh-CN', 'Hello', 'Hello'],
    ['nothing that may be left out in a foreign one', { 'zh-CN': '你好' }, 'fr', '', '你好'],
    ['nothing where nothing is written', {}, 'en', '', ''],
  ])('%s', ([, text, locale, ifWritten, words]) => {
    const reader = { locale, defaultLocale: 'en' }
    expect(wordsIfWritten(text, reader)).toBe(ifWritten)
    expect(wordsFor(text, reader)).toBe(words)
  })
})

test('a plain text is one in the store’s own language', () => {
  expect(textsOf('Hallo', 'de')).toEqual({ de: 'Hallo' })
  expect(localeFor('Hallo', { locale: 'zh', defaultLocale: 'de' })).toBe('de')
  expect(textsOf(' ', 'de')).toEqual({})
})
