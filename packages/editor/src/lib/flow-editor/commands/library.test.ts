import {
  applyOperations,
  FAQ_LIBRARY,
  type FlowDocument,
  PROFILES,
  SMART_LIBRARY,
  validateFlow,
} from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import type { MakeCommand } from './command.ts'
import { addLibraryQuestion, addLibrarySmartQuestion, fillSmartQuestion } from './library.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'F',
  defaultLocale: 'en',
  variables: { quantity: { type: 'text' } },
  entries: { reception: 'faq' },
  blocks: {
    faq: { kind: 'faq', enabled: true, questions: [{ id: 'q-1', enabled: true }], next: 'bye' },
    bye: { kind: 'end' },
  },
  texts: { en: { 'faq.q-1.question': 'MOQ?', 'faq.q-1.answer': '500' }, 'zh-CN': {}, de: {} },
  layout: {},
}
const profile = PROFILES.marketplace
const after = (make: MakeCommand, flow = FLOW) => applyOperations(flow, make(flow)?.operations ?? []).document
const named = <One extends { readonly id: string }>(library: readonly One[], id: string): One => {
  const found = library.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}

const price = named(FAQ_LIBRARY, 'price')
const quantity = named(SMART_LIBRARY, 'quantity')
const sample = named(SMART_LIBRARY, 'sample')

describe('a common question of the library', () => {
  test('comes with its answer in the languages that both speak, by one command', () => {
    const { blocks, texts } = after(addLibraryQuestion('faq', profile, price, 'zh-CN'))
    expect(blocks['faq']).toMatchObject({ questions: [{ id: 'q-1' }, { id: 'q-2', enabled: true }] })
    expect(texts['en']?.['faq.q-2.question']).toBe(price.words.en.question)
    expect(texts['zh-CN']?.['faq.q-2.answer']).toBe(price.words['zh-CN'].answer)
    expect(texts['de']).toEqual({})
  })

  test('comes in what the seller reads where the flow’s first language is another', () => {
    const german = { ...FLOW, defaultLocale: 'de', texts: { de: {} } }
    const { texts } = after(addLibraryQuestion('faq', profile, price, 'zh-CN'), german)
    expect(texts['de']?.['faq.q-2.question']).toBe(price.words['zh-CN'].question)
  })

  test('is not added to a list that is full', () => {
    const questions = Array.from({ length: profile.reception.faq.maxCreated }, (_, at) => ({
      ...{ id: `q-${String(at)}`, enabled: false },
    }))
    const full = { ...FLOW, blocks: { ...FLOW.blocks, faq: { kind: 'faq', questions } as const } }
    expect(addLibraryQuestion('faq', profile, price, 'en')(full)).toBeNull()
  })
})

describe('a smart question of the library', () => {
  const place = { x: 0, y: 200, from: { block: 'faq', port: '/next' } }

  test('comes with an answer of its own name, its options and their words, and is publishable', () => {
    const flow = after(addLibrarySmartQuestion(sample, 'en', place))
    expect(flow.blocks['ask']).toMatchObject({ variable: 'sample', next: 'bye' })
    expect(flow.variables).toEqual({
      quantity: { type: 'text' },
      sample: { type: 'choice', options: ['yes', 'no'] },
    })
    expect(flow.texts['en']).toMatchObject({ ask: sample.words.en.question, 'ask.yes.label': 'Yes' })
    expect(flow.layout['ask']?.title).toBe('Sample')
    expect(validateFlow(flow, profile).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('never takes an answer that is somebody else’s', () => {
    const flow = after(addLibrarySmartQuestion(quantity, 'en', place))
    expect(flow.blocks['ask']).toMatchObject({ variable: 'quantity-2' })
    expect(flow.variables['quantity']).toEqual({ type: 'text' })
  })

  test('fills a block that asks nothing yet, and no other', () => {
    const asking: FlowDocument = {
      ...FLOW,
      variables: { answer: { type: 'choice', options: [] } },
      blocks: { ...FLOW.blocks, ask: { kind: 'smart-question', variable: 'answer', next: 'bye' } },
      layout: { ask: { x: 7, y: 8 } },
    }
    const filled = after(fillSmartQuestion('ask', sample, 'en'), asking)
    expect(filled.blocks['ask']).toMatchObject({ variable: 'sample', next: 'bye' })
    expect(Object.keys(filled.variables)).toEqual(['sample'])
    expect(filled.layout['ask']).toEqual({ x: 7, y: 8, title: 'Sample' })
    expect(fillSmartQuestion('ask', quantity, 'en')(filled)).toBeNull()
  })
})
