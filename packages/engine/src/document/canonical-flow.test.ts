import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryFlow } from '../testing/arbitrary-flow.ts'
import { BOTTLE_FLOW, bottlesSaying } from '../testing/bottle-flow.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { shuffledKeys } from '../testing/shuffled-keys.ts'
import { behaviourHash, canonicalFlow } from './canonical-flow.ts'
import type { FlowDocument } from './flow-document.ts'
import { parseFlow } from './parse-flow.ts'
import { FLOW_SCHEMA_ID } from './schema-id.ts'

const FLOWS = [...sampleFlows(), { name: 'bottles', document: BOTTLE_FLOW }]

/** The flow that an export is read as. */
function read(source: string): FlowDocument {
  const parsed = parseFlow(source)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join(' '))
  return parsed.document
}

describe.for(FLOWS)('an export of $name', ({ document }) => {
  test('names its schema, and reads as the same flow', () => {
    expect(read(canonicalFlow(document))).toEqual({ ...document, $schema: FLOW_SCHEMA_ID })
  })

  test('has the same bytes whatever order its keys came in', () => {
    fc.assert(
      fc.property(shuffledKeys(document), (shuffled) => {
        expect(canonicalFlow(shuffled)).toBe(canonicalFlow(document))
      }),
    )
  })
})

test('export, import and export again gives the same bytes, for any flow', () => {
  fc.assert(
    fc.property(arbitraryFlow, (flow) => {
      const bytes = canonicalFlow(flow)
      expect(canonicalFlow(read(bytes))).toBe(bytes)
    }),
  )
})

describe('the behaviour hash', () => {
  const hash = behaviourHash(BOTTLE_FLOW)

  test('is 64 hex digits, the same for every order of keys', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    fc.assert(
      fc.property(shuffledKeys(BOTTLE_FLOW), (shuffled) => {
        expect(behaviourHash(shuffled)).toBe(hash)
      }),
    )
  })

  test.for([
    ['the layout', { ...BOTTLE_FLOW, layout: { hello: { x: 9, y: 9, title: 'Moved' } } }],
    ['a note beside the blocks', { ...BOTTLE_FLOW, layout: { reminder: { x: 9, y: 9, note: 'Ask Li' } } }],
    ['the name of the schema', { ...BOTTLE_FLOW, $schema: FLOW_SCHEMA_ID }],
  ] as const)('does not change with %s', ([, flow]) => {
    expect(behaviourHash(flow)).toBe(hash)
  })

  test.for<[string, FlowDocument]>([
    ['a text', bottlesSaying({ bye: 'Good bye.' })],
    ['a link', { ...BOTTLE_FLOW, entries: { reception: 'picks' } }],
    [
      'the order of questions',
      { ...BOTTLE_FLOW, blocks: { ...BOTTLE_FLOW.blocks, faq: turned(BOTTLE_FLOW) } },
    ],
    ['the default language', { ...BOTTLE_FLOW, defaultLocale: 'zh-CN' }],
  ])('changes with %s', ([, flow]) => {
    expect(behaviourHash(flow)).not.toBe(hash)
  })
})

function turned({ blocks }: FlowDocument) {
  const list = blocks['faq']
  if (list?.kind !== 'faq') throw new Error('The flow has a list.')
  return { ...list, questions: [...list.questions].reverse() }
}
