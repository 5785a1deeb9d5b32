import { expect, test } from 'vitest'
import { listed } from './listed.ts'

test.for([
  ['en', ['Greeting', 'Questions', 'Picks'], 'Greeting, Questions, Picks'],
  ['zh-CN', ['开场白', '常见问题', '商品推荐'], '开场白、常见问题、商品推荐'],
  ['en', ['Greeting'], 'Greeting'],
] as const)('in %s words are told apart', ([language, words, expected]) => {
  expect(listed(language, words)).toBe(expected)
})
