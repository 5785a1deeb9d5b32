import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../time/duration.ts'
import { type Candidate, type Interest, rankByInterest } from './rank-products.ts'

const NOW = Date.parse('2026-03-02T09:00:00Z')

const product = (ref: string, more: Partial<Candidate> = {}): Candidate => ({
  ref,
  category: null,
  pinned: null,
  sales: 0,
  ...more,
})
const did = (kind: Interest['kind'], ref: string, daysAgo = 0, category: string | null = null): Interest => ({
  kind,
  ref,
  category,
  at: NOW - daysAgo * DAY_MS,
})

const PINNED = [product('pin-1', { pinned: 1 }), product('pin-2', { pinned: 2, sales: 50 })]
const BEST = [product('best', { sales: 90 }), product('good', { sales: 10 }), product('also', { sales: 10 })]
const STEEL = [
  product('cup', { category: 'steel', sales: 1 }),
  product('jug', { category: 'steel', sales: 4 }),
]
const ALL = [...BEST, ...STEEL, ...PINNED]

describe('products are ranked for a buyer (REC-01)', () => {
  test.for<readonly [string, readonly Interest[], readonly string[]]>([
    [
      'without a signal: pinned in order, then best sellers',
      [],
      ['pin-1', 'pin-2', 'best', 'also', 'good', 'jug', 'cup'],
    ],
    [
      'what was viewed comes before what is pinned',
      [did('viewed', 'good')],
      ['good', 'pin-1', 'pin-2', 'best'],
    ],
    [
      'what was asked about comes before what was viewed',
      [did('viewed', 'also'), did('asked', 'good')],
      ['good', 'also', 'pin-1'],
    ],
    [
      'an opened card stands between the two',
      [did('viewed', 'cup'), did('opened', 'also'), did('asked', 'good')],
      ['good', 'also', 'cup'],
    ],
    [
      'of two views the newer one',
      [did('viewed', 'also', 3), did('viewed', 'good', 2)],
      ['good', 'also', 'pin-1'],
    ],
    [
      'an old question is weaker than a new view',
      [did('asked', 'also', 21), did('viewed', 'good')],
      ['good', 'also', 'pin-1'],
    ],
    [
      'the rest of a liked category comes next, best seller first',
      [did('viewed', 'cup', 0, 'steel')],
      ['cup', 'jug', 'pin-1', 'pin-2'],
    ],
    [
      'a category is liked through a product that is not offered any more',
      [did('asked', 'gone', 0, 'steel')],
      ['jug', 'cup', 'pin-1'],
    ],
    [
      'a clock that was set back makes nothing stronger than new',
      [did('viewed', 'also', -9), did('viewed', 'good')],
      ['also', 'good', 'pin-1'],
    ],
  ])('%s', ([, interests, first]) => {
    const ranked = rankByInterest(ALL, interests, NOW).map(({ ref }) => ref)
    expect(ranked.slice(0, first.length)).toEqual(first)
    expect(ranked.toSorted()).toEqual(ALL.map(({ ref }) => ref).toSorted())
  })

  test('a product that is offered twice is recommended once', () => {
    expect(rankByInterest([...BEST, ...BEST], [], NOW)).toHaveLength(BEST.length)
  })

  test('nothing offered, nothing recommended, whatever the buyer likes (REC-03)', () => {
    expect(rankByInterest([], [did('asked', 'gone')], NOW)).toEqual([])
  })

  test('the order in which the candidates come does not matter', () => {
    const interests = [did('viewed', 'cup', 1, 'steel'), did('asked', 'also', 2)]
    expect(rankByInterest(ALL.toReversed(), interests, NOW)).toEqual(rankByInterest(ALL, interests, NOW))
  })
})
