import Type, { type Static } from 'typebox'
import { closed, FlowId } from '../../flow/id.ts'
import { pointer } from '../../flow/problem.ts'
import { SECOND_MS } from '../../time/duration.ts'
import type { BlockKind } from '../block-kind.ts'
import { smartQuestionProblems } from './smart-question-problems.ts'

/** A month: longer waits belong to a campaign, not to a conversation. */
const MAX_SECONDS = 2_592_000
const Seconds = Type.Integer({ minimum: 1, maximum: MAX_SECONDS })

const SmartQuestion = Type.Object(
  {
    kind: Type.Literal('smart-question'),
    enabled: Type.Optional(Type.Boolean()),
    variable: FlowId,
    next: Type.Optional(FlowId),
    choices: Type.Optional(
      Type.Array(Type.Object({ id: FlowId, next: Type.Optional(FlowId) }, closed), { maxItems: 50 }),
    ),
    reminder: Type.Optional(Type.Object({ afterSeconds: Seconds }, closed)),
    timeout: Type.Optional(Type.Object({ afterSeconds: Seconds, next: Type.Optional(FlowId) }, closed)),
  },
  closed,
)
export type SmartQuestion = Static<typeof SmartQuestion>

/**
 * Asks for one attribute and waits for the buyer's next message (SQ-02…SQ-09). Skipped when the answer is known (SQ-07). `choices`
 * lists only options that lead elsewhere.
 */
export const smartQuestion: BlockKind<SmartQuestion, typeof SmartQuestion> = {
  kind: 'smart-question',
  schema: SmartQuestion,
  waits: true,
  step: 'smart_questions',
  ports: ({ next, choices = [], timeout }) => [
    { at: '/next', label: 'next', target: next, main: true },
    ...choices.map((choice, index) => ({
      at: pointer('choices', index, 'next'),
      label: choice.id,
      target: choice.next,
    })),
    ...(timeout
      ? [{ at: '/timeout/next', label: 'timeout', target: timeout.next, afterSilence: true as const }]
      : []),
  ],
  texts: (id, { variable, reminder }, variables) => {
    const asked = variables[variable]
    const options = asked && 'options' in asked ? asked.options : []
    return [
      { key: id, required: true, at: '' },
      ...options.map((option) => ({
        key: `${id}.${option}.label`,
        required: true,
        at: '/variable',
        plain: true as const,
      })),
      ...(reminder ? [{ key: `${id}.reminder`, required: false, at: '/reminder' }] : []),
    ]
  },
  problems: smartQuestionProblems,
  state: (id, { variable, next, choices = [], reminder, timeout }, to) => ({
    initial: 'asking',
    states: {
      asking: {
        always: [
          { guard: { type: 'known', params: { variable } }, target: to(next) },
          { actions: [{ type: 'ask', params: { block: id, variable } }], target: 'open' },
        ],
      },
      open: {
        on: {
          'question.answered': [
            ...choices.map((choice) => ({
              guard: { type: 'chose', params: { option: choice.id } },
              actions: [{ type: 'record', params: { variable } }],
              target: to(choice.next),
            })),
            { actions: [{ type: 'record', params: { variable } }], target: to(next) },
          ],
        },
        after: {
          ...(reminder && {
            [String(reminder.afterSeconds * SECOND_MS)]: [
              { actions: [{ type: 'remind', params: { block: id, variable } }] },
            ],
          }),
          ...(timeout && { [String(timeout.afterSeconds * SECOND_MS)]: [{ target: to(timeout.next) }] }),
        },
        exit: [{ type: 'closeQuestion', params: { block: id } }],
      },
    },
  }),
}
