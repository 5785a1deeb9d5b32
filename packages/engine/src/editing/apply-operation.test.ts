import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalFlow } from '../document/canonical-flow.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { applyOperation, applyOperations } from './apply-operation.ts'
import { valueAt } from './edit-place.ts'
import type { FlowOperation } from './operation.ts'

const QUESTIONS = ['blocks', 'faq', 'questions']
const idsAfter = (operation: FlowOperation): unknown => {
  const list = valueAt(applyOperation(BOTTLE_FLOW, operation).document, QUESTIONS)
  return Array.isArray(list) ? list.map((item: unknown) => valueAt(item, ['id'])) : list
}
const question = (id: string) => ({ id, enabled: true })

describe('one change of a flow', () => {
  test.for<[string, FlowOperation, readonly string[]]>([
    [
      'an item is put after another',
      { op: 'place', at: [...QUESTIONS, 'new'], value: question('new'), after: 'ship' },
      ['ship', 'new', 'price', 'hidden'],
    ],
    [
      'an item is put first',
      { op: 'place', at: [...QUESTIONS, 'new'], value: question('new'), after: null },
      ['new', 'ship', 'price', 'hidden'],
    ],
    [
      'an item is moved',
      { op: 'place', at: [...QUESTIONS, 'hidden'], value: question('hidden'), after: null },
      ['hidden', 'ship', 'price'],
    ],
    [
      'where its neighbour is gone it comes last',
      { op: 'place', at: [...QUESTIONS, 'ship'], value: question('ship'), after: 'gone' },
      ['price', 'hidden', 'ship'],
    ],
    ['an item is dropped', { op: 'drop', at: [...QUESTIONS, 'ship'] }, ['price', 'hidden']],
  ])('%s', ([, operation, ids]) => {
    expect(idsAfter(operation)).toEqual(ids)
  })

  test.for<[string, FlowOperation]>([
    ['a place that is gone', { op: 'put', at: ['blocks', 'gone', 'next'], value: 'x' }],
    ['an item that is gone', { op: 'drop', at: [...QUESTIONS, 'gone'] }],
    ['a value that is there already', { op: 'put', at: ['name'], value: BOTTLE_FLOW.name }],
    ['an item under another’s name', { op: 'put', at: [...QUESTIONS, 'ship'], value: question('other') }],
    ['the inside of a text', { op: 'put', at: ['name', 'x', 'y'], value: 1 }],
    ['what every object inherits', { op: 'drop', at: ['constructor'] }],
    ['the inside of what every object inherits', { op: 'put', at: ['__proto__', 'x'], value: 1 }],
  ])('%s changes nothing', ([, operation]) => {
    const { document, inverse } = applyOperation(BOTTLE_FLOW, operation)
    expect(document).toBe(BOTTLE_FLOW)
    expect(inverse).toBe(null)
  })

  test('parts that did not change are shared, and the old document stays as it was', () => {
    const before = canonicalFlow(BOTTLE_FLOW)
    const { document } = applyOperation(BOTTLE_FLOW, { op: 'put', at: ['texts', 'en', 'hello'], value: 'Hi' })
    expect(document.blocks).toBe(BOTTLE_FLOW.blocks)
    expect(document.texts['en']?.['hello']).toBe('Hi')
    expect(canonicalFlow(BOTTLE_FLOW)).toBe(before)
  })

  test('no key makes a new prototype', () => {
    const { document } = applyOperation<object>(
      { a: {} },
      { op: 'put', at: ['a', '__proto__'], value: { polluted: true } },
    )
    expect('polluted' in {}).toBe(false)
    expect(valueAt(document, ['a', 'polluted'])).toBe(undefined)
  })
})

test('any changes, undone in the order of their inverses, leave what was there', () => {
  const key = fc.constantFrom(
    'blocks',
    'faq',
    'questions',
    'ship',
    'new',
    'hello',
    'next',
    'texts',
    'en',
    'name',
    'size',
    'options',
    'small',
    'variables',
    '__proto__',
  )
  const value = fc.oneof(
    fc.constantFrom('small', 'x', 7, null),
    fc.constantFrom('ship', 'new').map(question),
    fc.constant({ kind: 'end' }),
  )
  const at = fc.oneof(
    fc.array(key, { minLength: 1, maxLength: 5 }),
    key.map((name) => [...QUESTIONS, name]),
    key.map((name) => ['variables', 'size', 'options', name]),
    key.map((name) => ['blocks', name]),
  )
  const operation: fc.Arbitrary<FlowOperation> = fc.oneof(
    fc.record({ op: fc.constant('put' as const), at, value }),
    fc.record({ op: fc.constant('drop' as const), at }),
    fc.record({ op: fc.constant('place' as const), at, value, after: fc.option(key, { nil: null }) }),
  )
  const canonical = (document: unknown) => JSON.stringify(sorted(document))
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
      const { document, inverses } = applyOperations(BOTTLE_FLOW, operations)
      const undone = applyOperations(document, inverses)
      expect(canonical(undone.document)).toBe(canonical(BOTTLE_FLOW))
      expect(canonical(applyOperations(undone.document, undone.inverses).document)).toBe(canonical(document))
    }),
    { numRuns: 1_000 },
  )
})

/** Keys may come back in another order; lists may not. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, item]) => [key, sorted(item)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
