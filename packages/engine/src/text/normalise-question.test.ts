import { expect, test } from 'vitest'
import { normaliseQuestion } from './normalise-question.ts'

test.for([
  ['the case of letters', 'MOQ', 'moq'],
  ['closing punctuation', 'Shipping?', 'shipping'],
  ['several closing marks', 'Shipping?!…', 'shipping'],
  ['full-width closing marks', '什么时候发货？', '什么时候发货'],
  ['full-width letters', 'ＭＯＱ？', 'moq'],
  ['spaces around', '  lead time ', 'lead time'],
  ['several spaces and line ends inside', 'lead \n\t time', 'lead time'],
  ['a space before the closing mark', 'lead time ?', 'lead time'],
  ['how an accent is composed', 'e\u0301', '\u00e9'],
] as const)('two questions are the same whatever %s', ([, said, same]) => {
  expect(normaliseQuestion(said)).toBe(normaliseQuestion(same))
})

test.for([
  ['other words', 'lead time', 'leadtime'],
  ['punctuation inside', "what's up", 'whats up'],
  ['one word more', 'shipping now', 'shipping'],
] as const)('%s make another question', ([, one, other]) => {
  expect(normaliseQuestion(one)).not.toBe(normaliseQuestion(other))
})

test('punctuation alone says nothing', () => {
  expect(normaliseQuestion('？！ …')).toBe('')
})
