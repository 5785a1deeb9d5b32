import { describe, expect, test } from 'vitest'
import { findEqualQuestion } from './find-equal-question.ts'

const listed = (id: string, enabled: boolean, en: string, zh: string) => ({
  ...{ id, enabled, question: { en, 'zh-CN': zh }, answer: {} },
})
const LIST = {
  questions: [
    listed('shipping', true, 'Shipping?', '怎么发货？'),
    listed('price', true, 'Price?', 'MOQ'),
    listed('moq', true, 'MOQ', '起订量'),
    listed('off', false, 'Samples?', '样品？'),
  ],
}

describe('words that equal a question (FAQ-13, FAQ-15)', () => {
  test.for([
    ['the very words', 'Shipping?', 'en', 'shipping'],
    ['without the mark, in another case', '  SHIPPING ', 'en', 'shipping'],
    ['in another language of the list', '怎么发货', 'en', 'shipping'],
    ['two questions have these words: the one in the buyer’s language', 'moq', 'en', 'moq'],
    ['the same words read in the other language', 'moq', 'zh-CN', 'price'],
    ['a word more', 'Shipping when', 'en', undefined],
    ['a question that is off', 'Samples?', 'en', undefined],
    ['nothing but punctuation', '??', 'en', undefined],
  ] as const)('%s', ([, text, locale, id]) => {
    expect(findEqualQuestion(LIST, text, locale)?.id).toBe(id)
  })

  test('without a list nothing is equal', () => {
    expect(findEqualQuestion(null, 'Shipping?', 'en')).toBe(undefined)
  })
})
