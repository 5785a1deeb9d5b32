import type { CardList, MenuEntry, ProductReplies } from '@shopbell/protocol'
import { DEFAULT_MENU } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { PROFILES } from '../../flow/profiles.ts'
import { cardListProblems } from './card-list-problems.ts'
import { menuProblems } from './menu-problems.ts'
import { productReplyProblems } from './product-reply-problems.ts'
import type { RuleProblem } from './rule-problem.ts'

const { faq } = PROFILES.marketplace.reception
const told = (problems: readonly RuleProblem[]) => problems.map(({ code, at }) => `${code} ${at}`)

const reply = (id: string, changes: Partial<ProductReplies['rules'][number]> = {}) => ({
  ...{ id, products: [id], text: 'In stock.' },
  ...changes,
})
const replies = (...rules: ProductReplies['rules']): ProductReplies => ({ on: true, rules })
const refs = (count: number) => Array.from({ length: count }, (_, nth) => `P${nth}`)

describe('product-card replies that cannot be saved (CRD-05, CRD-06, CRD-07, CRD-13)', () => {
  test.for<readonly [string, ProductReplies, readonly string[]]>([
    ['none', replies(), []],
    ['five', replies(...['a', 'b', 'c', 'd', 'e'].map((id) => reply(id))), []],
    [
      'a sixth',
      replies(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => reply(id))),
      ['TOO_MANY_RULES /rules/5'],
    ],
    ['fifty products', replies(reply('a', { products: refs(50) })), []],
    [
      'the fifty-first product',
      replies(reply('a', { products: refs(51) })),
      ['TOO_MANY_PRODUCTS /rules/0/products'],
    ],
    ['no product', replies(reply('a', { products: [] })), ['PRODUCTS_MISSING /rules/0/products']],
    [
      'a product in two',
      replies(reply('a'), reply('b', { products: ['b', 'a'] })),
      ['PRODUCT_TWICE /rules/1/products/1'],
    ],
    [
      'a product twice in one',
      replies(reply('a', { products: ['a', 'a'] })),
      ['PRODUCT_TWICE /rules/0/products/1'],
    ],
    ['no text', replies(reply('a', { text: ' \n' })), ['TEXT_MISSING /rules/0/text']],
    ['an emoji alone is a text', replies(reply('a', { text: '👍' })), []],
    ['200 characters', replies(reply('a', { text: '👨‍👩‍👧‍👦'.repeat(200) })), []],
    ['201 characters', replies(reply('a', { text: '字'.repeat(201) })), ['TEXT_TOO_LONG /rules/0/text']],
    [
      'a script for a link',
      replies(reply('a', { url: 'javascript:alert(1)' })),
      ['ADDRESS_UNFIT /rules/0/url'],
    ],
    ['half an address', replies(reply('a', { image: 'https://' })), ['ADDRESS_UNFIT /rules/0/image']],
    ['an id twice', replies(reply('a'), reply('a', { products: ['b'] })), ['ID_TWICE /rules/1/id']],
    ['what is filled in', replies(reply('a', { text: '{{product.name|it}} of {{store.name}}' })), []],
    [
      'a variable that is not filled here',
      replies(reply('a', { text: '{{store.opens}}' })),
      ['VARIABLE_UNKNOWN /rules/0/text'],
    ],
    [
      'a brace that begins no variable, in one language',
      replies(reply('a', { text: { en: 'In stock.', 'zh-CN': '{{product.name' } })),
      ['VARIABLE_UNREADABLE /rules/0/text/zh-CN'],
    ],
    ['two languages', replies(reply('a', { text: { en: 'In stock.', 'zh-CN': '有货。' } })), []],
    [
      'a text that no language has',
      replies(reply('a', { text: { 'zh-CN': '', en: ' ' } })),
      ['TEXT_MISSING /rules/0/text'],
    ],
    [
      'a language that is too long, whatever the others',
      replies(reply('a', { text: { en: 'In stock.', 'zh-CN': '字'.repeat(201) } })),
      ['TEXT_TOO_LONG /rules/0/text/zh-CN'],
    ],
  ])('%s', ([, settings, expected]) => {
    expect(told(productReplyProblems(settings, faq))).toEqual(expected)
  })

  test('what is filled is named', () => {
    const [unknown] = productReplyProblems(replies(reply('a', { text: '{{x}}' })), faq)
    expect(unknown?.message).toContain('{{store.name}} {{buyer.name}} {{product.name}}')
  })

  test('the clash is named: product and rule', () => {
    const [clash] = productReplyProblems(replies(reply('a'), reply('b', { products: ['a'] })), faq)
    expect(clash?.message).toContain('The product a is in reply 1')
    expect(clash?.names).toEqual({ product: 'a', rule: 1 })
  })
})

const question = (id: string, changes: Partial<CardList['questions'][number]> = {}) => ({
  ...{ id, on: true, question: `Ask ${id}?`, answer: 'Yes.' },
  ...changes,
})
const list = (...questions: CardList['questions']): CardList => ({ lead: '', questions })
const many = (count: number, on: number) =>
  Array.from({ length: count }, (_, nth) => question(`q${nth}`, { on: nth < on }))

describe('lists for cards that cannot be saved (CRD-02)', () => {
  test.for<readonly [string, CardList, readonly string[]]>([
    ['an empty one', list(), []],
    ['seven made, five on', list(...many(7, 5)), []],
    ['an eighth', list(...many(8, 5)), ['TOO_MANY_QUESTIONS /questions/7']],
    ['a sixth on', list(...many(7, 6)), ['TOO_MANY_ON /questions']],
    ['no question', list(question('a', { question: ' ' })), ['QUESTION_MISSING /questions/0/question']],
    [
      'eleven characters',
      list(question('a', { question: '一二三四五六七八九十一' })),
      ['QUESTION_TOO_LONG /questions/0/question'],
    ],
    ['no answer', list(question('a', { answer: '' })), ['ANSWER_MISSING /questions/0/answer']],
    [
      'an answer of 201',
      list(question('a', { answer: 'x'.repeat(201) })),
      ['ANSWER_TOO_LONG /questions/0/answer'],
    ],
    [
      'the same question again',
      list(question('a', { question: 'When?' }), question('b', { question: 'when?' })),
      ['QUESTION_TWICE /questions/1/question'],
    ],
    [
      'the same question again in one language of two',
      list(
        question('a', { question: { en: 'When?', 'zh-CN': '几天？' } }),
        question('b', { question: { en: 'By post?', 'zh-CN': '几天' } }),
      ),
      ['QUESTION_TWICE /questions/1/question/zh-CN'],
    ],
    [
      'a plain question, which reads the same in every language, again in one',
      list(question('a', { question: 'OK?' }), question('b', { question: { en: 'Fine?', de: 'OK' } })),
      ['QUESTION_TWICE /questions/1/question/de'],
    ],
    [
      'the same words in two languages',
      list(
        question('a', { question: { en: 'OK?' } }),
        question('b', { question: { en: 'Fine?', de: 'OK?' } }),
      ),
      [],
    ],
    ['a line in a foreign language alone', { ...list(question('a')), lead: { 'zh-CN': '关于它：' } }, []],
    [
      'variables in a question',
      list(question('a', { question: '{{x}}' })),
      ['VARIABLE_UNKNOWN /questions/0/question'],
    ],
    [
      'an answer that cannot be read, of a question that is off',
      list(question('a', { on: false, answer: 'By {{store.name}' })),
      ['VARIABLE_UNREADABLE /questions/0/answer'],
    ],
    [
      'a line that names what is not filled',
      { ...list(question('a')), lead: '{{x}}' },
      ['VARIABLE_UNKNOWN /lead'],
    ],
    ['a line too long', { ...list(question('a')), lead: 'x'.repeat(201) }, ['TEXT_TOO_LONG /lead']],
  ])('%s', ([, settings, expected]) => {
    expect(told(cardListProblems(settings, faq))).toEqual(expected)
  })
})

const entry = (id: string, name: string, gives: MenuEntry['gives']): MenuEntry => ({
  id,
  on: true,
  name,
  gives,
})
const person = { does: 'person' } as const

test('a question of the list takes what a tap still knows, where the rule book leaves room for it', () => {
  const roomy = { ...faq, questionMax: 60 }
  const asked = (words: string) => cardListProblems(list(question('a', { question: words })), roomy)
  expect(told(asked('When does {{store.name}} send, {{buyer.name|you}}?'))).toEqual([])
  expect(told(asked('When is {{product.name|it}} sent?'))).toEqual(['VARIABLE_UNKNOWN /questions/0/question'])
})

describe('menus that cannot be saved (MNU-05)', () => {
  test.for<readonly [string, readonly MenuEntry[], readonly string[]]>([
    ['the usual one', DEFAULT_MENU.entries, []],
    ['ten', Array.from({ length: 10 }, (_, nth) => entry(`e${nth}`, 'Ask us', person)), []],
    [
      'an eleventh',
      Array.from({ length: 11 }, (_, nth) => entry(`e${nth}`, 'Ask us', person)),
      ['TOO_MANY_ENTRIES /entries/10'],
    ],
    ['ten characters', [entry('a', '一二三四五六七八九十', person)], []],
    ['eleven characters', [entry('a', 'Order status', person)], ['NAME_TOO_LONG /entries/0/name']],
    [
      'a usual one named in a foreign language alone',
      [{ ...entry('a', '', { does: 'orders' }), name: { 'zh-CN': '订单' } }],
      [],
    ],
    [
      'its own named in no language',
      [{ ...entry('a', '', person), name: { 'zh-CN': ' ' } }],
      ['NAME_MISSING /entries/0/name'],
    ],
    [
      'a variable, which no name is filled with',
      [entry('a', '{{x}}', person)],
      ['VARIABLE_UNKNOWN /entries/0/name'],
    ],
    ['its own without a name', [entry('a', '', person)], ['NAME_MISSING /entries/0/name']],
    ['the name of the chat’s own', [entry('person', 'Help', person)], ['ID_TWICE /entries/0/id']],
    [
      'no address',
      [entry('a', 'Sizes', { does: 'link', url: 'shop' })],
      ['ADDRESS_UNFIT /entries/0/gives/url'],
    ],
    [
      'too many categories',
      [entry('a', '', { does: 'categories', categories: refs(21) })],
      ['TOO_MANY_CATEGORIES /entries/0/gives/categories'],
    ],
  ])('%s', ([, entries, expected]) => {
    expect(told(menuProblems({ entries: [...entries] }))).toEqual(expected)
  })
})
