import { expect, test } from 'vitest'
import { problemBlock } from './problem-block.ts'

test.for([
  ['/blocks/faq/questions/2', 'faq'],
  ['/blocks/faq', 'faq'],
  ['/texts/zh-CN/faq.moq.answer', 'faq'],
  ['/texts/en/welcome', 'welcome'],
  ['/texts/en', null],
  ['/entries/reception', null],
  ['', null],
] as const)('%s belongs to %s', ([at, block]) => {
  expect(problemBlock(at)).toBe(block)
})
