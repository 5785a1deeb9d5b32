import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

const page = (next: string) => new URL(`https://shop.test/console/sign-in?next=${encodeURIComponent(next)}`)

test.for([
  ['a page of the console', '/console/inbox/c1?view=all', '/console/inbox/c1?view=all'],
  ['another site', 'https://evil.test/console/inbox', '/console/inbox'],
  ['another site without a scheme', '//evil.test/console/inbox', '/console/inbox'],
  ['another site behind backslashes', '\\\\evil.test\\console\\inbox', '/console/inbox'],
  ['a script', 'javascript:alert(1)//console/', '/console/inbox'],
  ['a path out of the console', '/console/../api/v1/session', '/console/inbox'],
  ['no address at all', 'http://[', '/console/inbox'],
] as const)('%s leads to where it may', ([, next, expected]) => {
  expect(returnPath(page(next), '/console/inbox')).toBe(expected)
})

test('without a wish it is the inbox', () => {
  expect(returnPath(new URL('https://shop.test/console/sign-in'), '/console/inbox')).toBe('/console/inbox')
})
