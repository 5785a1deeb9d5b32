import { expect, test } from 'vitest'
import { validateFlow } from '../document/validate-flow.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { PROFILES } from '../flow/profiles.ts'
import { FAQ_LIBRARY } from './faq-library.ts'
import { libraryLocaleFor, LIBRARY_LOCALES } from './library-words.ts'
import { PRODUCT_CATEGORIES, SMART_LIBRARY } from './smart-library.ts'

const EMPTY = {
  format: 1,
  id: 'library',
  name: 'Library',
  variables: {},
  entries: { reception: 'first' },
  layout: {},
} as const

/** A flow of one entry of the library, in one of its languages. */
function flowOf(
  locale: string,
  texts: Readonly<Record<string, string>>,
  rest: Partial<FlowDocument>,
): FlowDocument {
  return { ...EMPTY, defaultLocale: locale, blocks: {}, texts: { [locale]: texts }, ...rest }
}

/** All that is wrong with a flow under any rule book; a gap is what the seller is asked to fill. */
function wrongWith(flow: FlowDocument): readonly string[] {
  return Object.values(PROFILES).flatMap((profile) =>
    validateFlow(flow, profile).flatMap(({ code, at, message }) =>
      code === 'GAP_LEFT' ? [] : [`${profile.id} ${at} ${message}`],
    ),
  )
}

test.for(LIBRARY_LOCALES.flatMap((locale) => FAQ_LIBRARY.map((one) => [one.id, locale, one] as const)))(
  'the common question %s is fit to publish in %s, but for its gaps (FAQ-10)',
  ([, locale, { id, words }]) => {
    const { question, answer } = words[locale]
    const flow = flowOf(
      locale,
      { [`first.${id}.question`]: question, [`first.${id}.answer`]: answer },
      {
        blocks: {
          first: { kind: 'faq', questions: [{ id, enabled: true }], next: 'end' },
          end: { kind: 'end' },
        },
      },
    )
    expect(wrongWith(flow)).toEqual([])
  },
)

test.for(LIBRARY_LOCALES.flatMap((locale) => SMART_LIBRARY.map((one) => [one.id, locale, one] as const)))(
  'the smart question %s is fit to publish in %s (SQ-05)',
  ([, locale, { id, variable, words }]) => {
    const { question, options } = words[locale]
    const labels = Object.entries(options).map(([option, label]) => [`first.${option}.label`, label])
    const flow = flowOf(locale, Object.fromEntries([['first', question], ...labels]), {
      variables: { [id]: variable },
      blocks: { first: { kind: 'smart-question', variable: id, next: 'end' }, end: { kind: 'handoff' } },
    })
    expect(wrongWith(flow)).toEqual([])
  },
)

test('no two entries have one name, and none of one language says the same', () => {
  for (const ids of [FAQ_LIBRARY, SMART_LIBRARY].map((entries) => entries.map(({ id }) => id))) {
    expect(new Set(ids).size).toBe(ids.length)
  }
  for (const locale of LIBRARY_LOCALES) {
    const said = [...FAQ_LIBRARY, ...SMART_LIBRARY].map(({ words }) => words[locale].question)
    expect(new Set(said).size).toBe(said.length)
  }
})

test('every category has a question, and every shop is asked of what all inquiries need', () => {
  const categories = new Set(SMART_LIBRARY.map(({ category }) => category))
  expect(PRODUCT_CATEGORIES.filter((category) => !categories.has(category))).toEqual([])
  const everywhere = SMART_LIBRARY.filter(({ category }) => category === 'any').map(({ id }) => id)
  expect(everywhere).toEqual(
    expect.arrayContaining(['quantity', 'destination', 'customisation', 'delivery', 'budget', 'sample']),
  )
})

test('a flow’s language is that of the library where it speaks it', () => {
  expect(['en', 'en-GB', 'zh-CN', 'zh-TW', 'de'].map(libraryLocaleFor)).toEqual([
    'en',
    'en',
    'zh-CN',
    null,
    null,
  ])
})
