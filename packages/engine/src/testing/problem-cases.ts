import type { Block } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { parseFlow } from '../document/parse-flow.ts'
import { validateFlow } from '../document/validate-flow.ts'
import type { ProblemCode } from '../flow/problem-catalogue.ts'
import type { Problem } from '../flow/problem.ts'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from './bottle-flow.ts'
import { flowWith } from './flow-with.ts'
import { VENDOR_CASES } from './vendor-cases.ts'

const found = (flow: FlowDocument) => validateFlow(flow, PROFILES.marketplace)
const parsed = (source: string): readonly Problem[] => {
  const result = parseFlow(source)
  return result.ok ? [] : result.problems
}
const question = (more: Partial<Extract<Block, { kind: 'smart-question' }>> = {}): Block => ({
  kind: 'smart-question',
  variable: 'size',
  next: 'ask-quantity',
  ...more,
})
const twoLists = bottlesWith({
  'ask-date': { kind: 'smart-question', variable: 'needed-by', next: 'second' },
  second: { kind: 'faq', questions: [], next: 'bye' },
})
const condition = (when: Extract<Block, { kind: 'condition' }>['cases'][number]['when']) =>
  bottlesWith({ many: { kind: 'condition', cases: [{ id: 'c', when, next: 'to-key' }], else: 'to-sales' } })
const number = { source: 'variable', name: 'quantity' } as const

/** Each code with the smallest documents that show it, and the place it points to. */
export const PROBLEM_CASES: Readonly<
  Record<ProblemCode, readonly (readonly [string, () => readonly Problem[]])[]>
> = {
  ...VENDOR_CASES,
  NOT_JSON: [['', () => parsed('{')]],
  FILE_TOO_LARGE: [['', () => parsed(' '.repeat(300_000))]],
  FORMAT_NEWER: [['/format', () => parsed('{"format":2}')]],
  FORMAT_UNKNOWN: [['/format', () => parsed('{}')]],
  SHAPE: [['/x', () => parsed(JSON.stringify({ ...flowWith(), x: 1 }))]],
  TEXT_MALFORMED: [['/name', () => parsed(JSON.stringify({ ...flowWith(), name: 'a\u0000' }))]],
  ENTRY_MISSING: [['/entries/reception', () => found(flowWith({ entries: {} }))]],
  LINK_BROKEN: [
    ['/entries/reception', () => found(flowWith({ entries: { reception: 'gone' } }))],
    ['/entries/orderCard', () => found(flowWith({ entries: { reception: 'hello', orderCard: 'gone' } }))],
    ['/blocks/hello/next', () => found(flowWith({ blocks: { hello: { kind: 'greeting', next: 'gone' } } }))],
    [
      '/blocks/ask-size/choices/0/next',
      () => found(bottlesWith({ 'ask-size': question({ choices: [{ id: 'other', next: 'gone' }] }) })),
    ],
    [
      '/blocks/ask-size/timeout/next',
      () => found(bottlesWith({ 'ask-size': question({ timeout: { afterSeconds: 9, next: 'gone' } }) })),
    ],
    [
      '/blocks/many/cases/0/next',
      () =>
        found(
          bottlesWith({
            many: {
              kind: 'condition',
              cases: [{ id: 'c', when: { source: 'openNow', op: 'is', value: true }, next: 'gone' }],
              else: 'bye',
            },
          }),
        ),
    ],
  ],
  LINK_MISSING: [
    ['/blocks/hello/next', () => found(flowWith({ blocks: { hello: { kind: 'greeting' } } }))],
    [
      '/blocks/ask-size/timeout/next',
      () => found(bottlesWith({ 'ask-size': question({ timeout: { afterSeconds: 9 } }) })),
    ],
    ['/blocks/many/else', () => found(bottlesWith({ many: { kind: 'condition', cases: [] } }))],
  ],
  CYCLE_ENDLESS: [
    ['/blocks/custom', () => found(bottlesWith({ custom: { kind: 'message', next: 'custom' } }))],
  ],
  BLOCK_UNREACHABLE: [['/blocks/island', () => found(bottlesWith({ island: { kind: 'end' } }))]],
  FAQ_TWICE: [['/blocks/second', () => found(twoLists)]],
  ORDER_UNUSUAL: [
    [
      '/blocks/late',
      () =>
        found(
          bottlesWith({
            faq: { kind: 'faq', questions: [], next: 'late' },
            late: { kind: 'greeting', next: 'ask-size' },
          }),
        ),
    ],
  ],
  NO_PERSON_AT_END: [
    [
      '/blocks/bye',
      () =>
        found(bottlesWith({ 'ask-date': { kind: 'smart-question', variable: 'needed-by', next: 'bye' } })),
    ],
  ],
  TEXT_MISSING: [
    ['/texts/en/hello', () => found(bottlesSaying({ hello: '  ' }))],
    ['/texts/en/faq.ship.question', () => found(bottlesSaying({ 'faq.ship.question': '' }))],
    ['/texts/en/faq.ship.answer', () => found(bottlesSaying({ 'faq.ship.answer': '\n' }))],
    ['/texts/en/ask-size.small.label', () => found(bottlesSaying({ 'ask-size.small.label': '' }))],
    ['/texts/en/hello.refund.text', () => found(bottlesSaying({ 'hello.refund.text': '' }))],
  ],
  TEXT_UNTRANSLATED: [['/texts/zh-CN/faq.price.answer', () => found(BOTTLE_FLOW)]],
  TEXT_UNUSED: [['/texts/en/old.key', () => found(bottlesSaying({ 'old.key': 'x' }))]],
  LOCALE_UNKNOWN: [['/defaultLocale', () => found({ ...BOTTLE_FLOW, defaultLocale: 'fr' })]],
  WELCOME_TOO_LONG: [
    ['/texts/en/hello', () => found(bottlesSaying({ hello: 'x'.repeat(501) }))],
    ['/texts/en/hello.refund.text', () => found(bottlesSaying({ 'hello.refund.text': 'x'.repeat(501) }))],
  ],
  QUESTIONS_TOO_MANY: [['/blocks/faq/questions', () => found(withQuestions(8, 0))]],
  QUESTIONS_TOO_MANY_ON: [['/blocks/faq/questions', () => found(withQuestions(6, 6))]],
  QUESTION_TOO_LONG: [
    ['/texts/en/faq.ship.question', () => found(bottlesSaying({ 'faq.ship.question': 'x'.repeat(11) }))],
    ['/texts/en/faq.hidden.question', () => found(bottlesSaying({ 'faq.hidden.question': 'x'.repeat(11) }))],
  ],
  ANSWER_TOO_LONG: [
    ['/texts/en/faq.ship.answer', () => found(bottlesSaying({ 'faq.ship.answer': 'x'.repeat(201) }))],
  ],
  QUESTION_TWICE: [
    ['/texts/en/faq.price.question', () => found(bottlesSaying({ 'faq.price.question': 'SHIPPING！' }))],
    [
      '/blocks/faq/questions/1/id',
      () =>
        found(
          bottlesWith({
            faq: {
              kind: 'faq',
              questions: [
                { id: 'ship', enabled: true },
                { id: 'ship', enabled: false },
              ],
              next: 'ask-size',
            },
          }),
        ),
    ],
  ],
  SMART_QUESTIONS_TOO_MANY: [
    [
      '/blocks/hello',
      () =>
        found(
          bottlesWith({
            'ask-date': { kind: 'smart-question', variable: 'needed-by', next: 'ask-more' },
            'ask-more': { kind: 'smart-question', variable: 'remark', next: 'many' },
          }),
        ),
    ],
  ],
  VARIABLE_UNDECLARED: [
    ['/blocks/ask-size/variable', () => found(bottlesWith({ 'ask-size': question({ variable: 'colour' }) }))],
    [
      '/blocks/many/cases/0/when/name',
      () => found(condition({ source: 'variable', name: 'colour', op: 'answered' })),
    ],
    ['/blocks/many/cases/0/when/name', () => found(condition({ source: 'variable', op: 'answered' }))],
  ],
  VARIABLE_UNKNOWN: [
    ['/texts/en/hello', () => found(bottlesSaying({ hello: '{{shop.name}}' }))],
    ['/texts/en/hello', () => found(bottlesSaying({ hello: 'Hello {{store.name' }))],
    ['/texts/en/hello', () => found(bottlesSaying({ hello: '{{answer.colour|x}}' }))],
    ['/texts/en/faq.ship.question', () => found(bottlesSaying({ 'faq.ship.question': '{{a|b}}' }))],
    [
      '/texts/en/ask-size.small.label',
      () => found(bottlesSaying({ 'ask-size.small.label': '{{store.name}}' })),
    ],
  ],
  VARIABLE_WITHOUT_FALLBACK: [
    ['/texts/en/hello', () => found(bottlesSaying({ hello: 'Hello {{buyer.name}}' }))],
    ['/texts/en/hello', () => found(bottlesSaying({ hello: 'Hello {{answer.size}}' }))],
  ],
  GAP_LEFT: [
    ['/texts/en/hello', () => found(bottlesSaying({ hello: 'Hello, we are {{?who you are}}' }))],
    ['/texts/en/faq.ship.question', () => found(bottlesSaying({ 'faq.ship.question': '{{?words}}' }))],
  ],
  CHOICES_MISSING: [
    [
      '/blocks/ask-size/variable',
      () =>
        found({
          ...BOTTLE_FLOW,
          variables: { ...BOTTLE_FLOW.variables, size: { type: 'choice', options: [] } },
        }),
    ],
  ],
  CHOICE_UNKNOWN: [
    [
      '/blocks/ask-size/choices/0/id',
      () => found(bottlesWith({ 'ask-size': question({ choices: [{ id: 'huge', next: 'bye' }] }) })),
    ],
    [
      '/blocks/ask-size/choices/1/id',
      () =>
        found(
          bottlesWith({
            'ask-size': question({
              choices: [
                { id: 'small', next: 'bye' },
                { id: 'small', next: 'custom' },
              ],
            }),
          }),
        ),
    ],
    [
      '/blocks/ask-extras/choices/0/id',
      () =>
        found(
          bottlesWith({
            'ask-extras': {
              kind: 'smart-question',
              variable: 'extras',
              choices: [{ id: 'logo', next: 'bye' }],
              next: 'ask-remark',
            },
          }),
        ),
    ],
    [
      '/blocks/many/cases/0/when/value',
      () => found(condition({ source: 'variable', name: 'size', op: 'oneOf', value: ['small', 'huge'] })),
    ],
    [
      '/blocks/many/cases/0/when/value',
      () => found(condition({ source: 'variable', name: 'extras', op: 'includes', value: 'huge' })),
    ],
  ],
  CONDITION_UNFIT: [
    ['/blocks/many/cases/0/when/op', () => found(condition({ ...number, op: 'includes', value: 'x' }))],
    ['/blocks/many/cases/0/when/value', () => found(condition({ ...number, op: 'atLeast', value: 'many' }))],
    ['/blocks/many/cases/0/when/value', () => found(condition({ ...number, op: 'atLeast' }))],
    ['/blocks/many/cases/0/when/value', () => found(condition({ ...number, op: 'answered', value: true }))],
    [
      '/blocks/many/cases/0/when/value',
      () => found(condition({ source: 'variable', name: 'needed-by', op: 'before', value: '2026-02-30' })),
    ],
    ['/blocks/many/cases/0/when/op', () => found(condition({ source: 'openNow', op: 'isNot', value: true }))],
    [
      '/blocks/many/cases/0/when/value',
      () => found(condition({ source: 'returning', op: 'is', value: 'yes' })),
    ],
    [
      '/blocks/many/cases/0/when/value',
      () => found(condition({ source: 'entry', op: 'oneOf', value: 'order' })),
    ],
    [
      '/blocks/hello/templates/0/when/op',
      () =>
        found(
          bottlesWith({
            hello: {
              kind: 'greeting',
              templates: [{ id: 'refund', when: { source: 'locale', op: 'atLeast', value: 1 } }],
              next: 'picks',
            },
          }),
        ),
    ],
  ],
  REMINDER_TOO_LATE: [
    [
      '/blocks/ask-size/reminder/afterSeconds',
      () =>
        found(
          bottlesWith({
            'ask-size': question({
              reminder: { afterSeconds: 60 },
              timeout: { afterSeconds: 60, next: 'bye' },
            }),
          }),
        ),
    ],
  ],
}

function withQuestions(created: number, on: number): FlowDocument {
  const questions = Array.from({ length: created }, (_, n) => ({ id: `q${n}`, enabled: n < on }))
  return bottlesWith({ faq: { kind: 'faq', questions, next: 'ask-size' } })
}
