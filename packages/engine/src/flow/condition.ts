import Type, { type Static } from 'typebox'
import { closed, FlowId } from './id.ts'

const Comparison = Type.Enum([
  'is',
  'isNot',
  'oneOf',
  'includes',
  'atLeast',
  'atMost',
  'before',
  'after',
  'answered',
  'mentions',
])

/**
 * What a case or a template asks. Sources are a closed list: a collected `variable` (with its `name`), the session's `locale`, the
 * `entry` page, the kind of `card` and the `words` the buyer just sent (WEL-08), whether the shop is `openNow`, whether the buyer is
 * `returning`. Which comparison fits which type is checked by
 * `conditionProblems`.
 */
export const Condition = Type.Object(
  {
    source: Type.Enum(['variable', 'locale', 'entry', 'card', 'words', 'openNow', 'returning']),
    name: Type.Optional(FlowId),
    op: Comparison,
    value: Type.Optional(
      Type.Union([
        Type.String({ maxLength: 200 }),
        Type.Number(),
        Type.Boolean(),
        Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 50 }),
      ]),
    ),
  },
  closed,
)
export type Condition = Static<typeof Condition>
export type Comparison = Condition['op']
