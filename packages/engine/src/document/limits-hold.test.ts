import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublishable } from '../flow/problem.ts'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import { bottlesSaying } from '../testing/bottle-flow.ts'
import type { FlowDocument } from './flow-document.ts'
import { validateFlow } from './validate-flow.ts'

const RUNS = 1_000
/** Many times what a thousand lists take on a busy machine. */
const PATIENCE_MS = 300_000
const reader = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lengthOf = (text: string): number => [...reader.segment(text.trim())].length

/** Texts about as long as a limit allows, in letters and in what a reader counts as one. */
const about = (limit: number) =>
  fc
    .tuple(fc.constantFrom('a', '货', '👨‍👩‍👧‍👦'), fc.integer({ min: limit - 2, max: limit + 2 }))
    .map(([sign, length]) => sign.repeat(Math.max(1, length)))

interface Listed {
  readonly enabled: boolean
  readonly question: string
  readonly answer: string
}

const listed = (limits: { questionMax: number; answerMax: number }): fc.Arbitrary<Listed> =>
  fc.record({ enabled: fc.boolean(), question: about(limits.questionMax), answer: about(limits.answerMax) })

function flowOf(questions: readonly Listed[]): FlowDocument {
  const texts = questions.flatMap(({ question, answer }, n) => [
    [`faq.q${n}.question`, question],
    [`faq.q${n}.answer`, answer],
  ])
  const flow = bottlesSaying(Object.fromEntries(texts))
  const faq = {
    kind: 'faq' as const,
    questions: questions.map(({ enabled }, n) => ({ id: `q${n}`, enabled })),
    next: 'ask-size',
  }
  return { ...flow, blocks: { ...flow.blocks, faq } }
}

test.for([
  ['the built-in ones', PROFILES.alibaba],
  [
    'a rule book of one’s own',
    customProfile(PROFILES.marketplace, {
      faq: {
        ...PROFILES.marketplace.reception.faq,
        maxCreated: 3,
        maxEnabled: 2,
        questionMax: 4,
        answerMax: 6,
      },
    }),
  ],
] as const)(
  'whatever can be published keeps the limits, I-12: %s',
  { timeout: PATIENCE_MS },
  ([, profile]) => {
    const { faq } = profile.reception
    const anyList = fc.array(listed(faq), { minLength: 1, maxLength: faq.maxCreated + 2 })
    let published = 0
    fc.assert(
      fc.property(anyList, (questions) => {
        if (!isPublishable(validateFlow(flowOf(questions), profile))) return
        published += 1
        expect(questions.length).toBeLessThanOrEqual(faq.maxCreated)
        expect(questions.filter(({ enabled }) => enabled).length).toBeLessThanOrEqual(faq.maxEnabled)
        for (const { question, answer } of questions) {
          expect(lengthOf(question)).toBeLessThanOrEqual(faq.questionMax)
          expect(lengthOf(answer)).toBeLessThanOrEqual(faq.answerMax)
        }
      }),
      { numRuns: RUNS },
    )
    // A check that publishes nothing would prove nothing.
    expect(published).toBeGreaterThan(RUNS / 50)
  },
)
