import { expect, test } from 'vitest'
import { downPath } from './down-path.ts'

test('what stands right below is reached straight', () => {
  expect(downPath({ x: 112, y: 80 }, { x: 112, y: 128 })).toBe('M112 80V128')
})

test('another column is reached through the gutter, turning close to both blocks', () => {
  const path = downPath({ x: 436, y: 200 }, { x: 112, y: 600 })
  expect(path).toMatch(/^M436 200L436 208Q436 216 428 216/)
  expect(path).toContain('Q294 584')
  expect(path).toMatch(/L112 600$/)
})

test('what stands above is reached beside the column, not through it', () => {
  expect(downPath({ x: 112, y: 600 }, { x: 112, y: 100 })).toContain('Q-30 84')
})
