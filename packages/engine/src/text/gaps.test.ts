import { expect, test } from 'vitest'
import { fillVariables } from './fill-variables.ts'
import { gapsOf } from './gaps.ts'

test.for([
  ['none in plain words', 'T/T: 30% first.', []],
  ['none in a variable', '{{buyer.name|you?}}', []],
  ['one, with what belongs there', 'T/T: {{?deposit}} first.', [['deposit', 5, 17]]],
  ['one in Chinese', '预付{{? 比例 }}。', [['比例', 2, 11]]],
  [
    'several',
    '{{?days}} to {{?days}}',
    [
      ['days', 0, 9],
      ['days', 13, 22],
    ],
  ],
  ['one without words', 'a {{?}}', [['', 2, 7]]],
  ['none where it never closes', '{{?deposit', []],
] as const)('%s', ([, text, gaps]) => {
  expect(gapsOf(text).map(({ what, at, end }) => [what, at, end])).toEqual(gaps)
})

test('a gap that nobody filled does not reach a buyer', () => {
  expect(fillVariables('T/T: {{?deposit}} first.', () => undefined)).toBe('T/T:  first.')
})
