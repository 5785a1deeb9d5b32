import Type, { type Static } from 'typebox'
import { conditionProblems } from '../../flow/condition-problems.ts'
import { Condition } from '../../flow/condition.ts'
import { closed, FlowId } from '../../flow/id.ts'
import { pointer } from '../../flow/problem.ts'
import type { BlockKind } from '../block-kind.ts'

const Case = Type.Object({ id: FlowId, when: Condition, next: Type.Optional(FlowId) }, closed)

const ConditionBlock = Type.Object(
  {
    kind: Type.Literal('condition'),
    enabled: Type.Optional(Type.Boolean()),
    cases: Type.Array(Case, { maxItems: 50 }),
    else: Type.Optional(FlowId),
  },
  closed,
)
export type ConditionBlock = Static<typeof ConditionBlock>

/** Goes where the first case that holds leads, otherwise to `else`. Says nothing. */
export const condition: BlockKind<ConditionBlock, typeof ConditionBlock> = {
  kind: 'condition',
  schema: ConditionBlock,
  waits: false,
  step: null,
  ports: ({ cases, else: otherwise }) => [
    ...cases.map(({ id, next }, index) => ({ at: pointer('cases', index, 'next'), label: id, target: next })),
    { at: '/else', label: 'otherwise', target: otherwise, main: true },
  ],
  texts: () => [],
  problems: (_id, { cases }, { variables }) =>
    cases.flatMap(({ when }, index) => conditionProblems(when, pointer('cases', index, 'when'), variables)),
  state: (_id, { cases, else: otherwise }, to) => ({
    always: [
      ...cases.map(({ when, next }) => ({ guard: { type: 'when', params: { ...when } }, target: to(next) })),
      { target: to(otherwise) },
    ],
  }),
}
