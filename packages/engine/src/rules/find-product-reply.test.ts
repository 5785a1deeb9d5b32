import { describe, expect, test } from 'vitest'
import { findProductReply } from './find-product-reply.ts'

const bottles = { id: 'bottles', products: ['B1', 'B2'], text: 'Bottles leave the house on Mondays.' }
const caps = { id: 'caps', products: ['C1'], text: 'Caps come in ten colours.' }

describe('a product brings its reply (CRD-04, CRD-07, CRD-14)', () => {
  test.for([
    ['of the first rule', 'B2', true, [bottles, caps], 'bottles'],
    ['of the last rule', 'C1', true, [bottles, caps], 'caps'],
    ['none of a rule', 'X1', true, [bottles, caps], null],
    ['only part of a name', 'B', true, [bottles, caps], null],
    ['switched off', 'B1', false, [bottles, caps], null],
    ['without any rule', 'B1', true, [], null],
  ] as const)('%s', ([, ref, on, rules, id]) => {
    const replies = { on, rules: rules.map((rule) => ({ ...rule, products: [...rule.products] })) }
    expect(findProductReply(ref, replies)?.id ?? null).toBe(id)
  })
})
