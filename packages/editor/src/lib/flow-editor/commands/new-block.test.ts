import { applyOperations, readFlow, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { addBlock } from './blocks.ts'
import { vendorBlock } from './new-block.ts'

const EMPTY: FlowDocument = {
  format: 1,
  id: 'flow',
  name: 'Flow',
  defaultLocale: 'en',
  variables: {},
  entries: {},
  blocks: {},
  texts: { en: {} },
  layout: {},
}
const POINTS = vendorBlock({
  kind: 'acme/points',
  title: { en: 'Points' },
  fields: {
    type: 'object',
    properties: { threshold: { type: 'integer', default: 100 }, note: { type: 'string' } },
    additionalProperties: false,
  },
  ways: [{ id: 'enough', title: { en: 'Enough' } }],
})

test('a vendor’s block comes with its ways and the defaults of its fields, under an id of its own name', () => {
  const command = addBlock(POINTS, { x: 0, y: 0 })(EMPTY)
  const { document } = applyOperations(EMPTY, command?.operations ?? [])
  expect(document.blocks).toEqual({
    points: { kind: 'acme/points', enabled: true, fields: { threshold: 100 }, ways: [{ id: 'enough' }] },
  })
  expect(document.entries.reception).toBe('points')
  expect(readFlow(document)).toMatchObject({ ok: true })
})

test('one without fields and ways has neither', () => {
  expect(vendorBlock({ kind: 'acme/plain', title: { en: 'Plain' } })).toEqual({
    kind: 'acme/plain',
    enabled: true,
  })
})
