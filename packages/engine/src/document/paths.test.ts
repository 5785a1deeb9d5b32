import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks/registry.ts'
import type { ProblemCode } from '../flow/problem-catalogue.ts'
import { PROFILES } from '../flow/profiles.ts'
import { flowWith } from '../testing/flow-with.ts'
import { validateFlow } from './validate-flow.ts'

type Blocks = Readonly<Record<string, Block>>

const say = (next: string): Block => ({ kind: 'message', next })
const ask = (next: string, more: Partial<Extract<Block, { kind: 'smart-question' }>> = {}): Block => ({
  kind: 'smart-question',
  variable: 'size',
  next,
  ...more,
})
const fork = (next: string, otherwise: string): Extract<Block, { kind: 'condition' }> => ({
  kind: 'condition',
  cases: [{ id: 'c', when: { source: 'openNow', op: 'is', value: true }, next }],
  else: otherwise,
})
const list = (next: string): Block => ({ kind: 'faq', questions: [], next })
const end: Block = { kind: 'end' }
const person: Block = { kind: 'handoff' }

/** Places at which a code is found in a flow of these blocks, whose first one is the entry. */
function places(
  code: ProblemCode,
  blocks: Blocks,
  entries = { reception: Object.keys(blocks)[0] ?? '' },
): readonly string[] {
  const flow = flowWith({ blocks, entries, variables: { size: { type: 'choice', options: ['s', 'm'] } } })
  return validateFlow(flow, PROFILES.marketplace).flatMap((found) =>
    found.code === code ? [found.at.replace('/blocks/', '')] : [],
  )
}

describe('circles without a buyer (CYCLE_ENDLESS)', () => {
  test.for<[string, Blocks, readonly string[]]>([
    ['a block that leads to itself', { a: say('a') }, ['a']],
    ['two that lead to each other', { a: say('b'), b: say('a') }, ['a']],
    ['a circle behind the start', { a: say('b'), b: fork('c', 'd'), c: say('b'), d: end }, ['b']],
    ['a circle that nothing leads to', { a: end, b: say('c'), c: say('b') }, ['b']],
    ['two circles', { a: fork('b', 'c'), b: say('b'), c: say('c') }, ['b', 'c']],
    ['through a smart question, which passes once its answer is known', { a: say('b'), b: ask('a') }, ['a']],
    ['through two of them', { a: ask('b'), b: ask('a') }, ['a']],
    [
      'through a disabled condition, on its main way',
      { a: say('b'), b: { kind: 'condition', enabled: false, cases: [], else: 'a' } },
      ['a'],
    ],
    [
      'a choice that leads back is no circle: its question passes on',
      { a: ask('b', { choices: [{ id: 's', next: 'a' }] }), b: end },
      [],
    ],
    [
      'nor a timeout that asks again',
      { a: ask('b', { timeout: { afterSeconds: 9, next: 'a' } }), b: end },
      [],
    ],
    [
      'nor a disabled block’s other ways',
      {
        a: {
          kind: 'condition',
          enabled: false,
          cases: [{ id: 'c', when: { source: 'openNow', op: 'is', value: true }, next: 'a' }],
          else: 'b',
        },
        b: end,
      },
      [],
    ],
    ['a straight way', { a: say('b'), b: say('c'), c: end }, []],
    ['two ways that meet again', { a: fork('b', 'c'), b: say('d'), c: say('d'), d: end }, []],
  ])('%s', ([, blocks, found]) => {
    expect(places('CYCLE_ENDLESS', blocks)).toEqual(found)
  })

  test('the sentence walks the circle', () => {
    const flow = flowWith({ blocks: { hello: say('b'), b: say('c'), c: say('hello') } })
    const [circle] = validateFlow(flow, PROFILES.marketplace).filter(({ code }) => code === 'CYCLE_ENDLESS')
    expect(circle?.message).toBe(
      '“hello” → “b” → “c” → “hello” leads round for ever without waiting for the buyer; break the circle.',
    )
  })

  test('a circle as long as a flow can be', () => {
    const blocks = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`b${n}`, say(`b${(n + 1) % 500}`)]),
    )
    expect(places('CYCLE_ENDLESS', blocks)).toEqual(['b0'])
  })
})

describe('islands (BLOCK_UNREACHABLE)', () => {
  test.for<[string, Blocks, readonly string[]]>([
    ['a block nothing leads to', { a: end, b: end }, ['b']],
    ['two that lead only to each other', { a: end, b: ask('c'), c: say('b') }, ['b', 'c']],
    [
      'behind a disabled block’s other ways',
      { a: { ...fork('b', 'c'), enabled: false }, b: end, c: end },
      ['b'],
    ],
    [
      'a timeout is a way',
      { a: ask('b', { timeout: { afterSeconds: 9, next: 'c' } }), b: person, c: end },
      [],
    ],
    ['a choice is a way', { a: ask('b', { choices: [{ id: 's', next: 'c' }] }), b: person, c: end }, []],
  ])('%s', ([, blocks, found]) => {
    expect(places('BLOCK_UNREACHABLE', blocks)).toEqual(found)
  })

  test('another entry is a way in', () => {
    const entries = { reception: 'a', orderCard: 'b' }
    expect(places('BLOCK_UNREACHABLE', { a: end, b: list('a') }, entries)).toEqual([])
  })

  test('without a beginning, nothing is called an island', () => {
    expect(places('BLOCK_UNREACHABLE', { a: end }, { reception: 'gone' })).toEqual([])
  })
})

describe('one list per entry, once (FAQ_TWICE)', () => {
  test.for<[string, Blocks, readonly string[]]>([
    ['one after the other', { a: list('b'), b: list('c'), c: end }, ['b']],
    ['on two ways of one entry', { a: fork('b', 'c'), b: list('d'), c: list('d'), d: end }, ['c']],
    [
      'a list that a choice leads back to',
      { a: list('b'), b: ask('c', { choices: [{ id: 's', next: 'a' }] }), c: person },
      ['a'],
    ],
    [
      'a list that a timeout leads back to',
      { a: list('b'), b: ask('c', { timeout: { afterSeconds: 9, next: 'a' } }), c: person },
      ['a'],
    ],
    [
      'a disabled second one does not count',
      { a: list('b'), b: { kind: 'faq', enabled: false, questions: [], next: 'c' }, c: end },
      [],
    ],
    ['one nothing leads to does not count', { a: list('c'), b: list('c'), c: end }, []],
    ['one list on two ways is one', { a: fork('b', 'c'), b: list('c'), c: end }, []],
  ])('%s', ([, blocks, found]) => {
    expect(places('FAQ_TWICE', blocks)).toEqual(found)
  })

  test('each entry may have its own', () => {
    const entries = { reception: 'a', orderCard: 'b' }
    expect(places('FAQ_TWICE', { a: list('c'), b: list('c'), c: end }, entries)).toEqual([])
  })
})

describe('the usual order (WEL-05)', () => {
  test.for<[string, Blocks, readonly string[]]>([
    [
      'as it should be',
      {
        a: { kind: 'greeting', next: 'b' },
        b: { kind: 'recommendation', next: 'c' },
        c: list('d'),
        d: ask('e'),
        e: person,
      },
      [],
    ],
    ['greeting after the list', { a: list('b'), b: { kind: 'greeting', next: 'c' }, c: end }, ['b']],
    ['list after a question', { a: ask('b'), b: list('c'), c: person }, ['b']],
    [
      'messages stand anywhere',
      { a: say('b'), b: { kind: 'greeting', next: 'c' }, c: say('d'), d: list('e'), e: end },
      [],
    ],
  ])('%s', ([, blocks, found]) => {
    expect(places('ORDER_UNUSUAL', blocks)).toEqual(found)
  })

  test('a rule book that knows fewer steps judges only those', () => {
    const flow = flowWith({
      blocks: { hello: { kind: 'recommendation', next: 'b' }, b: { kind: 'greeting', next: 'c' }, c: end },
    })
    const codes = (profile: keyof typeof PROFILES) =>
      validateFlow(flow, PROFILES[profile]).map(({ code }) => code)
    expect(codes('alibaba')).toContain('ORDER_UNUSUAL')
    expect(codes('pinduoduo')).not.toContain('ORDER_UNUSUAL')
  })
})

describe('answers that reach no person (NO_PERSON_AT_END)', () => {
  test.for<[string, Blocks, readonly string[]]>([
    ['questions, then the end', { a: ask('b'), b: end }, ['b']],
    ['questions, then a person', { a: ask('b'), b: person }, []],
    [
      'one choice of two ends alone',
      { a: ask('b', { choices: [{ id: 's', next: 'c' }] }), b: person, c: end },
      ['c'],
    ],
    [
      'silence may end alone',
      { a: ask('b', { timeout: { afterSeconds: 9, next: 'c' } }), b: person, c: end },
      [],
    ],
    ['without questions the end may come', { a: say('b'), b: end }, []],
  ])('%s', ([, blocks, found]) => {
    expect(places('NO_PERSON_AT_END', blocks)).toEqual(found)
  })
})
