import Type, { type Static } from 'typebox'
import { closed, FlowId } from '../../flow/id.ts'
import type { Profile } from '../../flow/profile.ts'
import type { BlockKind } from '../block-kind.ts'
import { faqProblems } from './faq-problems.ts'

const Question = Type.Object({ id: FlowId, enabled: Type.Boolean() }, closed)

const Faq = Type.Object(
  {
    kind: Type.Literal('faq'),
    enabled: Type.Optional(Type.Boolean()),
    questions: Type.Array(Question, { maxItems: 100 }),
    next: Type.Optional(FlowId),
  },
  closed,
)
export type Faq = Static<typeof Faq>

/**
 * The list of common questions (FAQ-01…16). The path only sends it and goes on; taps are answered beside the path, at any time. A
 * first message that equals a question is answered right below the list, before the path goes on.
 */
export const faq: BlockKind<Faq, typeof Faq> = {
  kind: 'faq',
  schema: Faq,
  waits: false,
  step: 'faq_list',
  ports: ({ next }) => [{ at: '/next', label: 'next', target: next, main: true }],
  texts: (id, { questions }) => [
    { key: id, required: false, at: '' },
    ...questions.flatMap(({ id: question, enabled }, index) =>
      (['question', 'answer'] as const).map((part) => ({
        key: `${id}.${question}.${part}`,
        required: enabled,
        at: `/questions/${index}`,
        limit: ({ reception }: Profile) => reception.faq[`${part}Max`],
        ...(part === 'question' ? { plain: true as const } : {}),
      })),
    ),
  ],
  problems: faqProblems,
  state: (id, { questions, next }, to) => {
    const enabled = questions.filter((question) => question.enabled).map((question) => question.id)
    const sendList = { type: 'sendList', params: { block: id, questions: enabled } }
    return {
      always: [
        {
          guard: { type: 'asksQuestion' },
          actions: [sendList, { type: 'answerQuestion' }],
          target: to(next),
        },
        { actions: [sendList], target: to(next) },
      ],
    }
  },
}
