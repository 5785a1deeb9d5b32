import Type, { type Static } from 'typebox'
import { closed, FlowId } from '../../flow/id.ts'
import type { BlockKind } from '../block-kind.ts'

/** Cards in one message when the block does not say (REC-03). */
const DEFAULT_COUNT = 3

const Recommendation = Type.Object(
  {
    kind: Type.Literal('recommendation'),
    enabled: Type.Optional(Type.Boolean()),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
    next: Type.Optional(FlowId),
  },
  closed,
)
export type Recommendation = Static<typeof Recommendation>

/** Product cards with the welcome (REC-01…REC-03), as the shell ranked them for this buyer. Without products it is skipped silently. */
export const recommendation: BlockKind<Recommendation, typeof Recommendation> = {
  kind: 'recommendation',
  schema: Recommendation,
  waits: false,
  step: 'recommendation',
  ports: ({ next }) => [{ at: '/next', label: 'next', target: next, main: true }],
  texts: (id) => [{ key: id, required: false, at: '' }],
  problems: () => [],
  state: (id, { count = DEFAULT_COUNT, next }, to) => ({
    always: [
      {
        guard: { type: 'hasProducts' },
        actions: [{ type: 'sendProducts', params: { block: id, count } }],
        target: to(next),
      },
      { target: to(next) },
    ],
  }),
}
