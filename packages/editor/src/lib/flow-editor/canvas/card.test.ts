import { PROFILES, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { setText } from '../commands/texts.ts'
import { applyOperations } from '@shopbell/engine'
import { linesOf } from './card-size.ts'
import { cardsOf } from './card.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'F',
  defaultLocale: 'en',
  variables: { size: { type: 'choice', options: ['s', 'l'] } },
  entries: { reception: 'hello' },
  blocks: {
    hello: { kind: 'greeting', enabled: true, next: 'faq' },
    faq: {
      kind: 'faq',
      enabled: true,
      questions: [
        { id: 'moq', enabled: true },
        { id: 'pay', enabled: false },
      ],
      next: 'ask',
    },
    ask: {
      kind: 'smart-question',
      enabled: true,
      variable: 'size',
      next: 'bye',
      choices: [{ id: 'l' }],
      timeout: { afterSeconds: 60, next: 'gone' },
    },
    bye: { kind: 'handoff', group: 'sales' },
  },
  texts: {
    en: {
      hello: 'Hello',
      ask: 'Size?',
      'ask.s.label': 'Small',
      'ask.l.label': 'Large',
      'faq.moq.question': 'MOQ?',
    },
  },
  layout: { hello: { x: 0, y: 0, title: 'Welcome' } },
}
const cards = cardsOf(FLOW, PROFILES.marketplace, 'en')
const card = (id: string) => {
  const found = cards.get(id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

test('a block shows its name, its words, how long they are, and where the reception begins', () => {
  expect(card('hello')).toMatchObject({
    title: 'Welcome',
    text: 'Hello',
    length: { n: 5, max: 500 },
    entry: 'reception',
    mainState: 'leads',
  })
  expect(card('bye')).toMatchObject({ text: null, group: 'sales', main: null })
})

test('questions that are on are rows without ports', () => {
  expect(card('faq').list).toEqual({ on: 1, made: 2 })
  expect(card('faq').rows).toMatchObject([{ text: 'MOQ?', way: null }])
})

test('every choice has a port: one that leads, one that leads nowhere, one that goes on with the others', () => {
  expect(card('ask').rows.map(({ text, state }) => [text, state])).toEqual([
    ['Small', 'onward'],
    ['Large', 'nowhere'],
    [null, 'nowhere'],
  ])
})

test('only what says something else becomes another card', () => {
  const make = setText('en', 'ask', 'Which size?')(FLOW)
  const { document } = applyOperations(FLOW, make?.operations ?? [])
  const next = cardsOf(document, PROFILES.marketplace, 'en', cards)
  expect([...next].filter(([id, one]) => one !== cards.get(id)).map(([id]) => id)).toEqual(['ask'])
})

test('a link whose block is deleted is seen on the card it leaves from', () => {
  const { bye: _bye, ...blocks } = FLOW.blocks
  const next = cardsOf({ ...FLOW, blocks }, PROFILES.marketplace, 'en', cards)
  expect(next.get('ask')?.mainState).toBe('nowhere')
})

test.for([
  ['', 0],
  ['Which size?', 1],
  ['Which of our many sizes do you need, and by when?', 2],
  ['你需要多大的尺寸', 1],
  ['你需要多大的尺寸，什么时候要，要送到哪里去', 2],
  ['One\ntwo', 2],
] as const)('“%s” takes %i lines', ([text, lines]) => {
  expect(linesOf(text)).toBe(lines)
})
