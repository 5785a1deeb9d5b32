import { describe, expect, test } from 'vitest'
import { POINTS, pointsWith, setOf } from '../testing/points-extension.ts'
import { extensionSet } from './extension-set.ts'
import { judgeReception } from './judge-reception.ts'
import { readKnown } from './read-known.ts'

const faultsOf = (...values: readonly unknown[]): readonly string[] => {
  const read = extensionSet(values)
  return read.ok ? [] : read.faults
}
const block = (POINTS.blocks ?? [])[0]
const rank = () => []

describe('what does not go together is refused in sentences', () => {
  test.for([
    ['nothing', [undefined], 'This is no extension'],
    ['a list', [[]], 'This is no extension'],
    [
      'a format of the future',
      [{ ...POINTS, format: 2 }],
      'written for format 2 of extensions; this Shopbell reads format 1',
    ],
    ['no format', [{ vendor: 'acme', version: '1' }], 'format undefined'],
    ['no version', [{ format: 1, vendor: 'acme' }], '“acme”: '],
    ['a vendor that cannot be', [{ ...POINTS, vendor: 'Acme Inc' }], '/vendor'],
    ['blocks that are no list', [{ ...POINTS, blocks: {} }], '“blocks” must be a list'],
    [
      'a block without a function',
      [{ ...POINTS, blocks: [{ ...block, transitions: 1 }] }],
      '“acme/points” has no function',
    ],
    [
      'a rule without a function',
      [{ ...POINTS, rules: [{ name: 'acme/x', says: { en: 'X' } }] }],
      '“acme/x” has no function',
    ],
    [
      'a name of another vendor',
      [pointsWith({ kind: 'other/points' })],
      '“other/points” must begin with “acme/”',
    ],
    ['a name twice', [{ ...POINTS, blocks: [block, block] }], '“acme/points” is there twice'],
    ['a vendor twice', [POINTS, POINTS], 'Two extensions are of the vendor “acme”'],
    [
      'two that rank',
      [
        { ...POINTS, rank },
        { format: 1, vendor: 'other', version: '1', rank },
      ],
      'only one can',
    ],
    ['a rank that is none', [{ ...POINTS, rank: 1 }], '“rank” must be a function'],
    [
      'a default that does not fit',
      [
        pointsWith({
          fields: {
            type: 'object',
            properties: { threshold: { type: 'integer', minimum: 5, default: 1 } },
            additionalProperties: false,
          },
        }),
      ],
      'the default of “threshold”',
    ],
  ] as const)('%s', ([, values, sentence]) => {
    const faults = faultsOf(...values)
    expect(faults.join('\n')).toContain(sentence)
    for (const fault of faults) expect(fault).toMatch(/\.$/)
  })

  test('what is whole is taken', () => {
    expect(faultsOf(POINTS)).toEqual([])
    expect(setOf({ ...POINTS, rank }).rank).toBe(rank)
  })
})

test('a description is plain JSON that says all but what the code does', () => {
  const [description] = setOf(POINTS).descriptions
  expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  expect(description?.blocks.map(({ kind }) => kind)).toEqual(['acme/points'])
})

test('of what a vendor says it knows, only what it declared is taken', () => {
  const said = { points: 5, vip: 'yes', colour: 'red', nothing: null }
  expect(readKnown(setOf(POINTS), 'acme', said)).toEqual({
    known: { 'acme.points': 5 },
    unfit: ['acme.vip', 'acme.colour'],
  })
})

test('a rule that throws says nothing, and is told of', () => {
  const faults: string[] = []
  const throwing = {
    ...POINTS,
    rules: [{ name: 'acme/x', says: { en: 'X.' }, silence: () => JSON.parse('no') }],
  }
  const facts = {
    store: { name: 'Shop', timeZone: 'UTC', openNow: true },
    locales: ['en'],
    buyer: { lastContactAt: null, receivedAt: null, held: null, tapped: false },
  }
  const event = { type: 'buyer.entered', entry: 'store_home', at: 1 } as const
  expect(judgeReception(setOf(throwing), event, facts, (_error, rule) => faults.push(rule))).toBeNull()
  expect(faults).toEqual(['acme/x'])
  expect(judgeReception(setOf(throwing), { type: 'closed', by: 'li', at: 1 }, facts)).toBeNull()
})
