import Type, { type Static } from 'typebox'
import { conditionProblems } from '../../flow/condition-problems.ts'
import { Condition } from '../../flow/condition.ts'
import { closed, FlowId } from '../../flow/id.ts'
import { pointer } from '../../flow/problem.ts'
import { tooLong } from '../../flow/too-long.ts'
import type { Profile } from '../../flow/profile.ts'
import type { BlockKind } from '../block-kind.ts'

const Template = Type.Object({ id: FlowId, when: Condition }, closed)

const Greeting = Type.Object(
  {
    kind: Type.Literal('greeting'),
    enabled: Type.Optional(Type.Boolean()),
    next: Type.Optional(FlowId),
    templates: Type.Optional(Type.Array(Template, { maxItems: 20 })),
  },
  closed,
)
export type Greeting = Static<typeof Greeting>

const welcomeMax = ({ reception }: Profile): number => reception.welcomeMax
const templateKey = (id: string, template: string): string => `${id}.${template}.text`

/** The first thing a buyer reads (WEL-01…15). The first template whose condition holds replaces the default text (WEL-08). */
export const greeting: BlockKind<Greeting, typeof Greeting> = {
  kind: 'greeting',
  schema: Greeting,
  waits: false,
  step: 'welcome',
  ports: ({ next }) => [{ at: '/next', label: 'next', target: next, main: true }],
  texts: (id, { templates = [] }) => [
    { key: id, required: true, at: '', limit: welcomeMax },
    ...templates.map((template, index) => ({
      key: templateKey(id, template.id),
      required: true,
      limit: welcomeMax,
      at: pointer('templates', index),
    })),
  ],
  problems: (id, { templates = [] }, { variables, profile, locales, text }) => [
    ...templates.flatMap(({ when }, index) =>
      conditionProblems(when, pointer('templates', index, 'when'), variables),
    ),
    ...[id, ...templates.map((template) => templateKey(id, template.id))].flatMap((key) =>
      locales.flatMap((locale) =>
        tooLong('WELCOME_TOO_LONG', 'greeting', text(key, locale), {
          at: pointer('texts', locale, key),
          max: profile.reception.welcomeMax,
          mode: profile.reception.faq.countMode,
        }),
      ),
    ),
  ],
  state: (id, { templates = [], next }, to) => ({
    always: [
      ...templates.map((template) => ({
        guard: { type: 'when', params: { ...template.when } },
        actions: [
          { type: 'send', params: { block: id, kind: 'welcome', text: templateKey(id, template.id) } },
        ],
        target: to(next),
      })),
      { actions: [{ type: 'send', params: { block: id, kind: 'welcome', text: id } }], target: to(next) },
    ],
  }),
}
