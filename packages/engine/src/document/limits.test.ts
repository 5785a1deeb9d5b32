import { describe, expect, test } from 'vitest'
import type { Block } from '../blocks/registry.ts'
import { customProfile, PROFILES } from '../flow/profiles.ts'
import type { Profile } from '../flow/profile.ts'
import type { ProblemCode } from '../flow/problem-catalogue.ts'
import { bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { flowWith } from '../testing/flow-with.ts'
import type { FlowDocument } from './flow-document.ts'
import { validateFlow } from './validate-flow.ts'

const FAMILY = '👨‍👩‍👧‍👦'
const COMBINED = 'e\u0301'

function has(code: ProblemCode, flow: FlowDocument, profile: Profile = PROFILES.alibaba): boolean {
  return validateFlow(flow, profile).some((problem) => problem.code === code)
}

function questions(created: number, on: number): FlowDocument {
  const list = Array.from({ length: created }, (_, n) => ({ id: `q${n}`, enabled: n < on }))
  return bottlesWith({ faq: { kind: 'faq', questions: list, next: 'ask-size' } })
}

describe('created questions, at most seven (FAQ-01)', () => {
  test.for([
    [0, false],
    [1, false],
    [7, false],
    [8, true],
  ] as const)('%i: too many is %s', ([created, tooMany]) => {
    expect(has('QUESTIONS_TOO_MANY', questions(created, 0))).toBe(tooMany)
  })
})

describe('questions that are on, at most five (FAQ-02)', () => {
  test.for([
    [0, false],
    [1, false],
    [5, false],
    [6, true],
    [7, true],
  ] as const)('%i: too many is %s', ([on, tooMany]) => {
    expect(has('QUESTIONS_TOO_MANY_ON', questions(7, on))).toBe(tooMany)
  })
})

describe('a question, at most ten characters (FAQ-03)', () => {
  test.for([
    ['one', 'a', false],
    ['ten', 'a'.repeat(10), false],
    ['eleven', 'a'.repeat(11), true],
    ['ten families', FAMILY.repeat(10), false],
    ['eleven families', FAMILY.repeat(11), true],
    ['ten combined', COMBINED.repeat(10), false],
    ['eleven combined', COMBINED.repeat(11), true],
    ['ten Chinese', '这款还有现货吗请问一', false],
    ['eleven Chinese', '这款还有现货吗请问一下', true],
    ['ten and spaces around', `  ${'a'.repeat(10)}  `, false],
    ['ten and a space inside', 'aaaaa aaaaa', true],
  ] as const)('%s', ([, text, tooLong]) => {
    expect(has('QUESTION_TOO_LONG', bottlesSaying({ 'faq.ship.question': text }))).toBe(tooLong)
  })

  test('an empty one is missing, not short', () => {
    expect(has('TEXT_MISSING', bottlesSaying({ 'faq.ship.question': '' }))).toBe(true)
  })

  test('the sentence names the count and what to do', () => {
    const [first] = validateFlow(
      bottlesSaying({ 'faq.ship.question': 'When do you ship?' }),
      PROFILES.alibaba,
    )
    expect(first?.message).toBe(
      'This question has 17 characters; shorten it to 10 or fewer, or use a custom profile with a higher limit.',
    )
  })

  test('a translation counts too', () => {
    const flow = bottlesWith({})
    expect(
      has('QUESTION_TOO_LONG', {
        ...flow,
        texts: { ...flow.texts, de: { 'faq.ship.question': 'Wann kommt es?' } },
      }),
    ).toBe(true)
  })

  test('counted like Chinese consoles, twenty Latin letters are ten', () => {
    const faq = { ...PROFILES.alibaba.reception.faq, countMode: 'cjk' } as const
    const cjk = customProfile(PROFILES.alibaba, { faq })
    expect(has('QUESTION_TOO_LONG', bottlesSaying({ 'faq.ship.question': 'When do you ship?' }), cjk)).toBe(
      false,
    )
    expect(has('QUESTION_TOO_LONG', bottlesSaying({ 'faq.ship.question': 'a'.repeat(20) }), cjk)).toBe(false)
    expect(has('QUESTION_TOO_LONG', bottlesSaying({ 'faq.ship.question': 'a'.repeat(21) }), cjk)).toBe(true)
  })
})

describe('an answer, at most 200 characters (FAQ-04)', () => {
  test.for([
    ['one', 'a', false],
    ['200', 'a'.repeat(200), false],
    ['201', 'a'.repeat(201), true],
    ['200 families', FAMILY.repeat(200), false],
    ['201 families', FAMILY.repeat(201), true],
    ['CRLF counts once', 'a\r\n'.repeat(99) + 'aa', false],
    ['a line more', 'a\r\n'.repeat(100) + 'a', true],
  ] as const)('%s', ([, text, tooLong]) => {
    expect(has('ANSWER_TOO_LONG', bottlesSaying({ 'faq.ship.answer': text }))).toBe(tooLong)
  })
})

describe('a greeting, as long as the rule book allows (WEL-09)', () => {
  test.for([
    ['alibaba', 1, false],
    ['alibaba', 500, false],
    ['alibaba', 501, true],
    ['pinduoduo', 200, false],
    ['pinduoduo', 201, true],
    ['marketplace', 500, false],
    ['marketplace', 501, true],
  ] as const)('%s, %i characters: too long is %s', ([profile, length, tooLong]) => {
    const flow = bottlesSaying({ hello: '字'.repeat(length) })
    expect(has('WELCOME_TOO_LONG', flow, PROFILES[profile])).toBe(tooLong)
  })

  test('switched on and empty it cannot be published', () => {
    expect(has('TEXT_MISSING', bottlesSaying({ hello: '' }))).toBe(true)
  })
})

describe('smart questions on a way, at most five (SQ-02)', () => {
  test.for([
    [0, false],
    [1, false],
    [5, false],
    [6, true],
  ] as const)('%i in a row: too many is %s', ([count, tooMany]) => {
    expect(has('SMART_QUESTIONS_TOO_MANY', askedInARow(count))).toBe(tooMany)
  })

  test('what is off does not count', () => {
    const flow = askedInARow(6)
    const off: Block = { kind: 'smart-question', enabled: false, variable: 'v', next: 'q1' }
    expect(has('SMART_QUESTIONS_TOO_MANY', { ...flow, blocks: { ...flow.blocks, q0: off } })).toBe(false)
  })

  test('the longest way counts, not all ways together', () => {
    const branches = { ...askedInARow(5).blocks }
    for (let n = 0; n < 4; n++)
      branches[`r${n}`] = { kind: 'smart-question', variable: 'v', next: n < 3 ? `r${n + 1}` : 'bye' }
    branches['hello'] = { kind: 'greeting', next: 'fork' }
    branches['fork'] = {
      kind: 'condition',
      cases: [{ id: 'a', when: { source: 'openNow', op: 'is', value: true }, next: 'r0' }],
      else: 'q0',
    }
    const flow = { ...askedInARow(5), blocks: branches }
    expect(has('SMART_QUESTIONS_TOO_MANY', flow)).toBe(false)
    branches['r3'] = { kind: 'smart-question', variable: 'v', next: 'q3' }
    expect(has('SMART_QUESTIONS_TOO_MANY', { ...flow, blocks: { ...branches } })).toBe(true)
  })
})

test('limits are data of the profile (PRF-01, D-11)', () => {
  const faq = { ...PROFILES.alibaba.reception.faq, maxCreated: 20, maxEnabled: 20, questionMax: 60 }
  const own = customProfile(PROFILES.alibaba, { faq, smartQuestions: { max: 6 }, welcomeMax: 2 })
  expect(has('QUESTIONS_TOO_MANY', questions(20, 20), own)).toBe(false)
  expect(has('QUESTIONS_TOO_MANY_ON', questions(20, 20), own)).toBe(false)
  expect(has('QUESTIONS_TOO_MANY', questions(21, 20), own)).toBe(true)
  expect(has('QUESTION_TOO_LONG', bottlesSaying({ 'faq.ship.question': 'a'.repeat(60) }), own)).toBe(false)
  expect(has('SMART_QUESTIONS_TOO_MANY', askedInARow(6), own)).toBe(false)
  expect(has('WELCOME_TOO_LONG', bottlesSaying({ hello: 'abc' }), own)).toBe(true)
})

function askedInARow(count: number): FlowDocument {
  const blocks: Record<string, Block> = {
    hello: { kind: 'greeting', next: count > 0 ? 'q0' : 'bye' },
    bye: { kind: 'handoff' },
  }
  for (let n = 0; n < count; n++)
    blocks[`q${n}`] = { kind: 'smart-question', variable: 'v', next: n < count - 1 ? `q${n + 1}` : 'bye' }
  return flowWith({ blocks, variables: { v: { type: 'text' } }, texts: { hello: 'Hi' } })
}
