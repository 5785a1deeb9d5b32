import { BLOCK_KINDS, Condition, PROFILES, type Variable } from '@shopbell/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Check } from 'typebox/value'
import { refit } from './condition-form.ts'

const VARIABLES: Readonly<Record<string, Variable>> = {
  size: { type: 'choice', options: ['s', 'xl'] },
  logos: { type: 'choices', options: ['laser', 'print'] },
  pieces: { type: 'number' },
  remark: { type: 'text' },
  due: { type: 'date' },
}
const OPS: readonly Condition['op'][] = [
  'is',
  'isNot',
  'oneOf',
  'includes',
  'atLeast',
  'atMost',
  'before',
  'after',
  'answered',
]

const anyCondition = fc.record({
  source: fc.constantFrom<Condition['source']>('variable', 'locale', 'entry', 'openNow', 'returning'),
  name: fc.constantFrom(...Object.keys(VARIABLES)),
  op: fc.constantFrom(...OPS),
  value: fc.oneof<fc.Arbitrary<string | number | boolean | string[]>[]>(
    fc.constant('s'),
    fc.integer(),
    fc.boolean(),
    fc.constant(['s']),
  ),
})

test('whatever was chosen before, the form makes a condition that compares what can be compared', () => {
  const around = {
    variables: VARIABLES,
    profile: PROFILES.marketplace,
    locales: ['en'],
    text: () => undefined,
  }
  fc.assert(
    fc.property(anyCondition, (wanted) => {
      const condition = refit(wanted, VARIABLES)
      expect(Check(Condition, condition)).toBe(true)
      const block = { kind: 'condition' as const, cases: [{ id: 'c', when: condition, next: 'x' }] }
      const unfit = BLOCK_KINDS.condition
        .problems('if', block, around)
        .filter(({ at }) => !at.endsWith('/value'))
      expect(unfit).toEqual([])
    }),
  )
})

test('what fits is kept', () => {
  const condition: Condition = { source: 'variable', name: 'pieces', op: 'atLeast', value: 1000 }
  expect(refit(condition, VARIABLES)).toEqual(condition)
})
