import { expect, test } from 'vitest'
import { answerEarlierOnly } from './answer-earlier-only.ts'

const asked = { at: 1_000, seq: 5 }

test.for([
  ['an opening before it', { at: 999, seq: 4 }, false],
  ['an opening at the same instant, one place before it', { at: 1_000, seq: 4 }, false],
  ['the message itself', asked, false],
  ['what follows at the same instant', { at: 1_000, seq: 6 }, true],
  ['what follows later', { at: 2_000, seq: 6 }, true],
  ['a later message of another conversation', { at: 1_001, seq: 1 }, true],
] as const)('a buyer’s message and %s (CNT-03)', ([, reply, answers]) => {
  expect(answerEarlierOnly(asked, reply)).toBe(answers)
})
