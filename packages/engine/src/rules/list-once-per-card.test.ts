import { describe, expect, test } from 'vitest'
import { listOncePerCard } from './list-once-per-card.ts'

describe('the list for cards comes once (CRD-01, CRD-03)', () => {
  test.for([
    ['the first card', 'order:A1', [], true],
    ['the same order again', 'order:A1', ['order:A1'], false],
    ['another order', 'order:A2', ['order:A1'], true],
    ['a product of an order’s name', 'product:A1', ['order:A1'], true],
    ['the first one after another', 'order:A1', ['order:A1', 'order:A2'], false],
    ['the thirtieth', 'product:new', Array.from({ length: 29 }, (_, nth) => `product:${nth}`), true],
    ['the thirty-first', 'product:new', Array.from({ length: 30 }, (_, nth) => `product:${nth}`), false],
  ] as const)('%s', ([, card, listed, comes]) => {
    expect(listOncePerCard(card, listed)).toBe(comes)
  })
})
