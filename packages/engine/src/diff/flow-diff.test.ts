import type { FlowDiff } from '@shopbell/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks/registry.ts'
import { behaviourHash } from '../document/canonical-flow.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { arbitraryFlow } from '../testing/arbitrary-flow.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { shuffledKeys } from '../testing/shuffled-keys.ts'
import { changedBlocks, countChanges } from './count-changes.ts'
import { diffFlows } from './flow-diff.ts'

/** The diff in one line per change: `faq: switchedOn hidden`. */
function told({ blocks, links, texts, lists, settings }: FlowDiff): readonly string[] {
  const end = (to: FlowDiff['links'][number]['after']) => (to ? (to.block ?? 'nowhere') : 'no way')
  return [
    ...blocks.map(({ title, change, parts }) =>
      [`${title} ${change}`, ...parts.map((one) => `${one.part} ${one.before}→${one.after}`)].join(', '),
    ),
    ...links.map((one) =>
      [one.title, one.way, one.item ?? '', `${end(one.before)}→${end(one.after)}`].join(' '),
    ),
    ...texts.map((one) =>
      [one.locale, one.title, one.part, one.item ?? '', `${one.before}→${one.after}`].join(' '),
    ),
    ...lists.flatMap(({ title, questions }) =>
      questions.map(({ words, change, place }) => `${title}: ${words} ${change}, ${place}`),
    ),
    ...settings.map(({ part, before, after }) => `${part} ${before}→${after}`),
  ]
}

const FLOW = BOTTLE_FLOW
const faq = FLOW.blocks['faq']
const size = FLOW.blocks['ask-size']
if (faq?.kind !== 'faq' || size?.kind !== 'smart-question') throw new Error('The flow has these blocks.')
const [ship, price, hidden] = [
  { id: 'ship', enabled: true },
  { id: 'price', enabled: true },
  { id: 'hidden', enabled: false },
]
const listed = (...questions: { id: string; enabled: boolean }[]) =>
  bottlesWith({ faq: { ...faq, questions } })
const asked = (changes: Partial<typeof size>) => bottlesWith({ 'ask-size': { ...size, ...changes } })
const say: Block = { kind: 'message', next: 'bye' }

describe('what differs, one change at a time', () => {
  test.for<[string, FlowDocument, readonly string[]]>([
    ['nothing', FLOW, []],
    ['where blocks stand', { ...FLOW, layout: { hello: { x: 9, y: 9 } } }, []],
    [
      'what a block is called',
      { ...FLOW, layout: { hello: { x: 0, y: 0, title: 'Desk' } } },
      ['Desk changed, title null→Desk'],
    ],
    [
      'a new block, the way to it and its text',
      {
        ...bottlesWith({ say, custom: { kind: 'message', next: 'say' } }),
        texts: { ...FLOW.texts, en: { ...FLOW.texts['en'], say: 'A drawing helps.' } },
      },
      [
        'say added',
        'custom main  ask-quantity→say',
        'say main  no way→bye',
        'en say text  null→A drawing helps.',
      ],
    ],
    [
      'a block that is off',
      bottlesWith({ picks: { kind: 'recommendation', count: 2, next: 'faq', enabled: false } }),
      ['picks changed, enabled true→false'],
    ],
    [
      'on, said or not said',
      bottlesWith({ custom: { kind: 'message', next: 'ask-quantity', enabled: true } }),
      [],
    ],
    [
      'a setting',
      bottlesWith({ picks: { kind: 'recommendation', count: 4, next: 'faq' } }),
      ['picks changed, count 2→4'],
    ],
    ['a wait', asked({ reminder: { afterSeconds: 60 } }), ['ask-size changed, reminder 600→60']],
    [
      'another kind under the same id',
      bottlesWith({ custom: { kind: 'end' } }),
      ['custom changed, kind message→end', 'custom main  ask-quantity→no way'],
    ],
    [
      'a way of a choice',
      asked({ choices: [{ id: 'other', next: 'bye' }] }),
      ['ask-size item Another custom→bye'],
    ],
    [
      'a new choice that leads elsewhere',
      asked({
        choices: [
          { id: 'other', next: 'custom' },
          { id: 'large', next: 'bye' },
        ],
      }),
      ['ask-size changed, choices null→null', 'ask-size item Large no way→bye'],
    ],
    [
      'the way of who stays silent',
      asked({ timeout: { afterSeconds: 3_600, next: 'to-sales' } }),
      ['ask-size silence  bye→to-sales'],
    ],
    [
      'an option, at the block that asks',
      { ...FLOW, variables: { ...FLOW.variables, size: { type: 'choice', options: ['small', 'large'] } } },
      ['ask-size changed, options null→null'],
    ],
    [
      'what an answer is, at the block that asks',
      { ...FLOW, variables: { ...FLOW.variables, remark: { type: 'date' } } },
      ['ask-remark changed, answer text→date'],
    ],
    [
      'a variable nobody asks for',
      { ...FLOW, variables: { ...FLOW.variables, spare: { type: 'text' } } },
      ['variable null→spare'],
    ],
    [
      'where the reception begins',
      { ...FLOW, entries: { reception: 'picks' } },
      ['reception entry  hello→picks'],
    ],
    ['a text', bottlesSaying({ bye: 'Good bye.' }), ['en bye text  Come back any time.→Good bye.']],
    [
      'an answer, by its question',
      bottlesSaying({ 'faq.ship.answer': 'In 2 days.' }),
      ['en faq answer Shipping? In 3 days.→In 2 days.'],
    ],
    [
      'a translation, by its question in that language',
      { ...FLOW, texts: { ...FLOW.texts, 'zh-CN': { ...FLOW.texts['zh-CN'], 'faq.ship.answer': '两天。' } } },
      ['zh-CN faq answer 几天发货？ 三天。→两天。'],
    ],
    ['a text of no block', bottlesSaying({ orphan: 'Hm' }), ['en orphan text  null→Hm']],
    ['a language', { ...FLOW, texts: { ...FLOW.texts, de: {} } }, ['language null→de']],
    [
      'the name and the default language',
      { ...FLOW, name: 'Other', defaultLocale: 'zh-CN' },
      ['name Test flow→Other', 'defaultLocale en→zh-CN'],
    ],
    [
      'a question switched on',
      listed(ship, price, { ...hidden, enabled: true }),
      ['faq: Secret? switchedOn, 3'],
    ],
    [
      'a question switched off',
      listed({ ...ship, enabled: false }, price, hidden),
      ['faq: Shipping? switchedOff, 1'],
    ],
    ['one question moved', listed(hidden, ship, price), ['faq: Secret? moved, 1']],
    [
      'a question moved and switched',
      listed({ ...hidden, enabled: true }, ship, price),
      ['faq: Secret? switchedOn, 1', 'faq: Secret? moved, 1'],
    ],
    [
      'a question for another',
      listed(ship, { id: 'fresh', enabled: true }, hidden),
      ['faq: fresh added, 2', 'faq: Price? removed, 2'],
    ],
  ])('%s', ([, after, lines]) => {
    expect(told(diffFlows(FLOW, after))).toEqual(lines)
  })
})

test('without a flow before, all of it is new', () => {
  const { blocks, links, lists, texts } = diffFlows(null, FLOW)
  expect(blocks.map(({ block, change }) => [block, change])).toEqual(
    Object.keys(FLOW.blocks).map((id) => [id, 'added']),
  )
  expect(links.every(({ before }) => before === null)).toBe(true)
  expect(texts.map(({ after }) => after)).toHaveLength(Object.values(FLOW.texts).flatMap(Object.keys).length)
  expect(lists).toEqual([])
})

test('a removed block goes by the name it had', () => {
  const named = { ...FLOW, layout: { custom: { x: 0, y: 0, title: 'Any size' } } }
  const { custom: _gone, ...blocks } = named.blocks
  const [removed] = diffFlows(named, { ...FLOW, blocks }).blocks
  expect(removed).toMatchObject({ block: 'custom', title: 'Any size', change: 'removed' })
})

describe('how many places differ', () => {
  test.for<[string, FlowDocument, number, readonly string[]]>([
    ['nothing', FLOW, 0, []],
    ['a text in two languages is one block', bothHello(), 1, ['hello']],
    [
      'a new block and the way to it are two',
      bottlesWith({ say, custom: { kind: 'message', next: 'say' } }),
      2,
      ['say', 'custom'],
    ],
    ['an entry counts by itself', { ...FLOW, entries: { reception: 'picks' } }, 1, []],
    ['so does the name', { ...FLOW, name: 'Other' }, 1, []],
  ])('%s', ([, after, count, blocks]) => {
    const diff = diffFlows(FLOW, after)
    expect(countChanges(diff)).toBe(count)
    expect([...changedBlocks(diff)].sort()).toEqual([...blocks].sort())
    expect(countChanges(diffFlows(after, FLOW))).toBe(count)
  })
})

test('any two flows differ exactly where their behaviour, or what blocks are called, does', () => {
  fc.assert(
    fc.property(arbitraryFlow, arbitraryFlow, (a, b) => {
      const isSame = behaviourHash(a) === behaviourHash(b) && sameTitles(a, b)
      expect(countChanges(diffFlows(a, b)) === 0).toBe(isSame)
    }),
  )
})

test('the order of keys is no change', () => {
  fc.assert(
    fc.property(shuffledKeys(FLOW), (shuffled) => {
      expect(told(diffFlows(FLOW, shuffled))).toEqual([])
    }),
  )
})

function bothHello(): FlowDocument {
  const { en, 'zh-CN': zh } = FLOW.texts
  return { ...FLOW, texts: { en: { ...en, hello: 'Hi' }, 'zh-CN': { ...zh, hello: '你好' } } }
}

function sameTitles(a: FlowDocument, b: FlowDocument): boolean {
  const titles = ({ blocks, layout }: FlowDocument) =>
    JSON.stringify(
      Object.keys(blocks)
        .sort()
        .map((id) => [id, layout[id]?.title]),
    )
  return titles(a) === titles(b)
}
