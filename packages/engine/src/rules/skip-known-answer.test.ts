import { describe, expect, test } from 'vitest'
import { skipKnownAnswer } from './skip-known-answer.ts'

describe('what is known is not asked (SQ-07)', () => {
  test.for([
    ['answered', { size: 'large' }, 'size', true],
    ['answered with nothing at all', { size: '' }, 'size', true],
    ['answered with zero', { quantity: 0 }, 'quantity', true],
    ['another was answered', { size: 'large' }, 'quantity', false],
    ['nothing was', {}, 'size', false],
    ['a name that every record has', {}, 'constructor', false],
  ] as const)('%s', ([, answers, variable, isKnown]) => {
    expect(skipKnownAnswer(answers, variable)).toBe(isKnown)
  })
})
