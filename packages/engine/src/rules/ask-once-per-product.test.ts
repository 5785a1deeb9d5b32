import { describe, expect, test } from 'vitest'
import { askOncePerProduct } from './ask-once-per-product.ts'

describe('a product card begins the questions (SQ-01, SQ-04, SQ-10)', () => {
  test.for([
    ['the first card', 'P1', [], true],
    ['the same again', 'P1', ['P1'], false],
    ['another product', 'P2', ['P1'], true],
    ['back to the first', 'P1', ['P1', 'P2'], false],
    ['the thirtieth', 'new', Array.from({ length: 29 }, (_, nth) => `P${nth}`), true],
    ['the thirty-first', 'new', Array.from({ length: 30 }, (_, nth) => `P${nth}`), false],
  ] as const)('%s', ([, ref, asked, begins]) => {
    expect(askOncePerProduct(ref, asked)).toBe(begins)
  })
})
