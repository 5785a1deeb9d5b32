import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { VendorName } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import { BLOCK_KINDS } from '../blocks/registry.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { flowWith } from '../testing/flow-with.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { canonicalFlow } from './canonical-flow.ts'
import { FLOW_SCHEMA } from './flow-schema.ts'
import { FLOW_SCHEMA_ID } from './schema-id.ts'

const file = JSON.parse(readFileSync(new URL('../../schema/flow-1.schema.json', import.meta.url), 'utf8'))

test('the file says what the code says; where it does not: npm run schema -w packages/engine', () => {
  expect(file).toEqual(JSON.parse(JSON.stringify(FLOW_SCHEMA)))
})

test('the schema is called what every exported flow says', () => {
  expect(file.$id).toBe(FLOW_SCHEMA_ID)
  expect(JSON.parse(canonicalFlow(BOTTLE_FLOW)).$schema).toBe(file.$id)
})

test('a block is any of the kinds, each with its own name, or a vendor’s', () => {
  const [blocks] = Object.values<{ anyOf: { properties: { kind: { const?: string; pattern?: string } } }[] }>(
    file.properties.blocks.patternProperties,
  )
  const named = blocks?.anyOf.map(({ properties: { kind } }) => kind.const ?? kind.pattern)
  expect(named).toEqual([...Object.keys(BLOCK_KINDS), JSON.parse(JSON.stringify(VendorName)).pattern])
})

describe('the file alone, without our code, judges flows', () => {
  const schema = Compile(file)

  test.for([...sampleFlows(), { name: 'bottles', document: BOTTLE_FLOW }])('$name fits', ({ document }) => {
    expect(schema.Check(document)).toBe(true)
    expect(schema.Check(JSON.parse(canonicalFlow(document)))).toBe(true)
  })

  test.for([
    ['a newer format', { ...flowWith(), format: 2 }],
    ['a key nobody knows', { ...flowWith(), extra: 1 }],
    ['a kind nobody knows', { ...flowWith(), blocks: { a: { kind: 'magic' } } }],
    ['a vendor nobody could be', { ...flowWith(), blocks: { a: { kind: 'A/b' } } }],
    ['an id that cannot be', { ...flowWith(), blocks: { A: { kind: 'end' } } }],
    ['the id that every object has', { ...flowWith(), texts: { en: { constructor: 'x' } } }],
  ] as const)('%s does not', ([, flow]) => {
    expect(schema.Check(flow)).toBe(false)
  })
})
