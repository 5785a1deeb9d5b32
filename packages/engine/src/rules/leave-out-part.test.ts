import { describe, expect, test } from 'vitest'
import { leaveOutPart } from './leave-out-part.ts'

describe('parts that are switched off (SCH-12)', () => {
  test.for([
    ['nothing was switched off', 'welcome', undefined, false],
    ['it was', 'welcome', ['welcome'], true],
    ['another one was', 'faq_list', ['welcome', 'recommendation'], false],
    ['it was, among others', 'smart_questions', ['welcome', 'smart_questions'], true],
  ] as const)('%s', ([, part, without, out]) => {
    expect(leaveOutPart(part, without)).toBe(out)
  })
})
