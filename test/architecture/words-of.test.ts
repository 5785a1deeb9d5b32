import { expect, test } from 'vitest'
import { wordsOf } from './words-of.ts'

// This file reads itself: what follows is said here, or only in a comment: performance.now()
const said = () => [Date.now(), new Date(), `${Math.random()}`, globalThis.process.pid, { navigator: 1 }]

test('names are found in code, also inside templates, and nowhere else', () => {
  const { names, texts } = wordsOf('test/architecture/words-of.test.ts')
  expect(said).toBeTypeOf('function')
  expect([...names]).toEqual(
    expect.arrayContaining(['Date.now', 'new Date()', 'Math.random', 'globalThis', 'process.pid']),
  )
  expect(names.has('performance')).toBe(false)
  expect(names.has('navigator')).toBe(false)
  expect(texts).toContain('test/architecture/words-of.test.ts')
})
