import { applyOperations } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { arrangeChain } from '../commands/chain.ts'
import { sampleFlow } from '../document/testing/sample-flow.ts'
import { receptionSteps, stepOf } from './reception-steps.ts'

const sample = sampleFlow()

test('what every buyer meets comes in order, smart questions in a row are one step, and no block is left out', () => {
  const { order, branches } = receptionSteps(sample)
  expect(order.slice(0, 3).map(({ key }) => key)).toEqual(['welcome', 'picks', 'faq'])
  expect(order[3]?.kind).toBe('smart-question')
  expect(order[3]?.blocks.length).toBeGreaterThan(1)
  const all = [...order, ...branches].flatMap(({ blocks }) => blocks)
  expect(all.toSorted()).toEqual(Object.keys(sample.blocks).toSorted())
})

test('smart questions in another order: what led to them and what followed stays', () => {
  const chain = receptionSteps(sample).order[3]?.blocks ?? []
  const wanted = chain.toReversed().map((id) => ({ id, enabled: true }))
  const command = arrangeChain(chain, wanted)(sample)
  const changed = applyOperations(sample, command?.operations ?? []).document
  expect(stepOf(receptionSteps(changed), chain[0] ?? '')?.blocks).toEqual(chain.toReversed())
  const order = ({ order }: ReturnType<typeof receptionSteps>) => order.map(({ kind }) => kind)
  expect(order(receptionSteps(changed))).toEqual(order(receptionSteps(sample)))
})

test('an order that loses or doubles a block is none', () => {
  const chain = receptionSteps(sample).order[3]?.blocks ?? []
  expect(
    arrangeChain(
      chain,
      chain.slice(1).map((id) => ({ id, enabled: true })),
    )(sample),
  ).toBeNull()
  expect(
    arrangeChain(
      chain,
      chain.map(() => ({ id: chain[0] ?? '', enabled: true })),
    )(sample),
  ).toBeNull()
})
