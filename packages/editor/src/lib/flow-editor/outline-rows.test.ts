import type { FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { outlineRows, type OutlineRow } from './outline-rows.ts'

const flow: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'Flow',
  defaultLocale: 'en',
  variables: { size: { type: 'choice', options: ['s', 'xl'] } },
  entries: { reception: 'hello' },
  blocks: {
    hello: { kind: 'greeting', next: 'faq' },
    faq: {
      kind: 'faq',
      questions: [
        { id: 'moq', enabled: true },
        { id: 'logo', enabled: false },
      ],
      next: 'ask',
    },
    ask: {
      kind: 'smart-question',
      variable: 'size',
      choices: [{ id: 'xl', next: 'custom' }],
      timeout: { afterSeconds: 60, next: 'gone' },
      next: 'sales',
    },
    custom: { kind: 'message', next: 'sales' },
    sales: { kind: 'handoff' },
    lonely: { kind: 'message', next: 'hello' },
  },
  texts: {
    en: {
      hello: 'Welcome',
      'faq.moq.question': 'MOQ?',
      'faq.moq.answer': '500',
      ask: 'Which size?',
      'ask.xl.label': 'Extra large',
    },
    de: { hello: 'Willkommen' },
  },
  layout: { ask: { x: 0, y: 0, title: 'Ask size' } },
}

const sketch = (rows: readonly OutlineRow[]): string[] =>
  rows.map(
    ({ level, key, lead }) => `${'  '.repeat(level - 1)}${key}${lead ? ` → ${lead.block ?? '?'}` : ''}`,
  )

test('reads from top to bottom, branches below the part they leave from, what nothing reaches last', () => {
  expect(sketch(outlineRows(flow, 'en'))).toEqual([
    'hello → faq',
    'faq → ask',
    '  faq.moq',
    '  faq.logo',
    'ask → sales',
    '  ask.s',
    '  ask.xl → custom',
    '    custom → sales',
    '  ask.timeout → ?',
    'sales',
    'lonely → hello',
  ])
})

test('knows where a reception starts, what is off, what is reached, and who waits in silence', () => {
  const row = (key: string) => outlineRows(flow, 'en').find((one) => one.key === key)
  expect(row('hello')).toMatchObject({ entry: 'reception', reached: true, on: true })
  expect(row('faq.logo')).toMatchObject({ on: false, text: null })
  expect(row('faq.moq')).toMatchObject({ text: 'MOQ?', detail: '500' })
  expect(row('ask')).toMatchObject({ title: 'Ask size', hasParts: true })
  expect(row('ask.timeout')).toMatchObject({ afterSilence: true, lead: { block: null, title: 'gone' } })
  expect(row('lonely')).toMatchObject({ reached: false })
})

test('a text missing in a language is shown in the default one', () => {
  const texts = (locale: string) => outlineRows(flow, locale).map(({ text }) => text)
  expect(texts('de').slice(0, 1)).toEqual(['Willkommen'])
  expect(texts('de')).toContain('Which size?')
})

test('a circle ends where it began', () => {
  const circle: FlowDocument = {
    ...flow,
    blocks: { a: { kind: 'message', next: 'b' }, b: { kind: 'message', next: 'a' } },
    entries: { reception: 'a' },
  }
  expect(sketch(outlineRows(circle, 'en'))).toEqual(['a → b', 'b → a'])
})
