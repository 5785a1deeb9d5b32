import { expect, test } from 'vitest'
import { titleWith } from './title-with.ts'

test.for([
  ['Inbox · Shopbell', 0, 'Inbox · Shopbell'],
  ['Inbox · Shopbell', 3, '(3) Inbox · Shopbell'],
  ['(3) Inbox · Shopbell', 4, '(4) Inbox · Shopbell'],
  ['(99+) Flow · Shopbell', 0, 'Flow · Shopbell'],
  ['Flow · Shopbell', 100, '(99+) Flow · Shopbell'],
] as const)('%s with %d is %s', ([title, n, expected]) => {
  expect(titleWith(title, n)).toBe(expected)
})
