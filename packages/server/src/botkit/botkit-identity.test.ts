import { describe, expect, test } from 'vitest'
import { browserCookie, buyerTokenOf, newBrowserSecret, readBrowserSecret } from './botkit-identity.ts'

const HTTP = 'http://chat.test'
const HTTPS = 'https://chat.test'
const secret = newBrowserSecret()

test.for([HTTP, HTTPS])('what is set over %s is read again, among other cookies', (origin) => {
  const [pair] = browserCookie(secret, origin).split(';')
  expect(readBrowserSecret(`botkit_guid=abc; ${String(pair)}; last=1`, origin)).toBe(secret)
})

test('no script reads it; over https it works in a frame, and each page that frames it has its own', () => {
  expect(browserCookie(secret, HTTP)).toMatch(/; HttpOnly; SameSite=Lax$/)
  expect(browserCookie(secret, HTTPS)).toMatch(
    /^__Host-[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=None; Secure; Partitioned$/,
  )
})

describe('is no secret', () => {
  test.for([
    ['nothing', undefined],
    ['another cookie', `shopbell-session=${secret}`],
    ['one that is too short', `shopbell-botkit=${secret.slice(1)}`],
    ['one with another letter in it', `shopbell-botkit=${secret.slice(1)}!`],
    ['the cookie of https', `__Host-shopbell-botkit=${secret}`],
  ])('%s', ([, cookies]) => {
    expect(readBrowserSecret(cookies, HTTP)).toBeNull()
  })
})

test('another browser with the same guid, and another guid in the same browser, are other buyers', () => {
  const tokens = [
    buyerTokenOf(secret, 'guid'),
    buyerTokenOf(newBrowserSecret(), 'guid'),
    buyerTokenOf(secret, 'guide'),
  ]
  expect(new Set(tokens).size).toBe(3)
  expect(buyerTokenOf(secret, 'guid')).toBe(tokens[0])
})
