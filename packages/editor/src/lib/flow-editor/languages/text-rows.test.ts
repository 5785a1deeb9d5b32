import { validateFlow, PROFILES, type FlowDocument } from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import { sampleFlow } from '../document/testing/sample-flow.ts'
import { countLanguage, languagesOf, textGroups, textStatus, type TextRow } from './text-rows.ts'
import { isMissing, visibleTexts } from './visible-texts.ts'

const flow = sampleFlow()
const groups = textGroups(flow)
const rows = groups.flatMap((group) => group.rows)

const without = (locale: string, ...keys: string[]): FlowDocument => ({
  ...flow,
  texts: {
    ...flow.texts,
    [locale]: Object.fromEntries(
      Object.entries(flow.texts[locale] ?? {}).filter(([key]) => !keys.includes(key)),
    ),
  },
})
const rowOf = (key: string): TextRow => rows.find((row) => row.key === key)!

test('every text the flow has stands in the table once, in the order buyers meet them', () => {
  expect(rows.map(({ key }) => key).toSorted()).toEqual(
    expect.arrayContaining(Object.keys(flow.texts['en'] ?? {}).toSorted()),
  )
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  expect(groups.slice(0, 4).map(({ block }) => block)).toEqual(['welcome', 'picks', 'faq', 'ask-size'])
})

test('parts are numbered by what they are', () => {
  expect([rowOf('faq.lead-time.answer').part, rowOf('faq.lead-time.answer').number]).toEqual(['answer', 2])
  expect([rowOf('ask-size').part, rowOf('ask-size').number]).toEqual(['', 1])
})

test.for([
  [
    'a translation that is not there',
    without('zh-CN', 'faq.moq.answer'),
    'faq.moq.answer',
    'zh-CN',
    'missing',
  ],
  ['a needed text of the first language', without('en', 'faq.moq.answer'), 'faq.moq.answer', 'en', 'missing'],
  ['an optional text that nobody wrote', flow, 'later', 'de', 'missing'],
  ['what the first language does not say either', without('en', 'picks'), 'picks', 'de', 'optional'],
  ['what is there', flow, 'picks', 'zh-CN', 'written'],
] as const)('%s', ([, document, key, locale, status]) => {
  expect(textStatus(document, rowOf(key), locale)).toBe(status)
})

test('what is counted as missing is what the engine calls untranslated or missing', () => {
  const document = {
    ...without('zh-CN', 'faq.moq.answer', 'picks'),
    texts: { ...without('zh-CN', 'faq.moq.answer', 'picks').texts, de: {} },
  }
  const found = validateFlow(document, PROFILES.marketplace).filter(({ code }) =>
    /^TEXT_(UNTRANSLATED|MISSING)$/.test(code),
  )
  const counted = languagesOf(document).reduce(
    (sum, locale) => sum + countLanguage(document, groups, locale).missing,
    0,
  )
  expect(counted).toBe(found.length)
  expect(languagesOf(document)).toEqual(['en', 'zh-CN', 'de'])
})

describe('what a filter leaves', () => {
  const document = without('zh-CN', 'faq.moq.answer')
  const shown = (filter: { missingOnly?: boolean; words?: string; kept?: string[] }): string[] =>
    visibleTexts(document, groups, ['en', 'zh-CN'], {
      missingOnly: filter.missingOnly ?? false,
      words: filter.words ?? '',
      kept: new Set(filter.kept),
    }).flatMap((group) => group.rows.map(({ key }) => key))

  test('all, without one', () => expect(shown({})).toHaveLength(rows.length))
  test('missing ones, and those that were missing when it was set', () =>
    expect(shown({ missingOnly: true, kept: ['faq.logo.answer'] })).toEqual([
      'faq.moq.answer',
      'faq.logo.answer',
    ]))
  test('words of any language, in any case', () => {
    expect(shown({ words: 'LEAD' })).toEqual(['faq.lead-time.question'])
    expect(shown({ words: '交期' })).toEqual(['faq.lead-time.question'])
  })
  test('nothing is missing where all languages are whole', () =>
    expect(rows.some((row) => isMissing(flow, row, ['en', 'zh-CN']))).toBe(false))
})
