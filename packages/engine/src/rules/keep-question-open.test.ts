import { describe, expect, test } from 'vitest'
import { keepQuestionOpen } from './keep-question-open.ts'

describe('an open question (SQ-03, SQ-04)', () => {
  test.for([
    ['a message is its answer', true, false, true],
    ['opening the chat may begin again', true, true, false],
    ['no question, no answer', false, false, false],
    ['nor on opening', false, true, false],
  ] as const)('%s', ([, isOpen, opensChat, stays]) => {
    expect(keepQuestionOpen(isOpen, opensChat)).toBe(stays)
  })
})
