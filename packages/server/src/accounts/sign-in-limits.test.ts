import { expect, test } from 'vitest'
import { createSignInLimits } from './sign-in-limits.ts'

const OWNER = 'owner@shop.example'

test('a thousand guesses from one address pass ten times, whatever they call the account', () => {
  const limits = createSignInLimits({ now: () => 0 })
  const names = [OWNER, 'OWNER@shop.example', 'ｏwner@shop.example', 'other@shop.example']
  const passed = Array.from({ length: 1_000 }, (_, n) => limits.take('203.0.113.7', names[n % 4]!)).filter(
    (waitMs) => waitMs === 0,
  )
  expect(passed).toHaveLength(10)
})

test('hosts of one IPv6 /64 share their attempts', () => {
  const limits = createSignInLimits({ now: () => 0 })
  const passed = Array.from({ length: 1_000 }, (_, n) =>
    limits.take(`2001:db8:1:2::${n.toString(16)}`, OWNER),
  ).filter((waitMs) => waitMs === 0)
  expect(passed).toHaveLength(10)
})

test('the true owner signs in from another address while one is guessing', () => {
  const limits = createSignInLimits({ now: () => 0 })
  for (let n = 0; n < 1_000; n += 1) limits.take('203.0.113.7', OWNER)
  expect(limits.take('198.51.100.9', OWNER)).toBe(0)
})

test('one account is tried thirty times at once from many addresses, then once in ten seconds', () => {
  let now = 0
  const limits = createSignInLimits({ now: () => now })
  const tryFrom = (n: number) => limits.take(`198.51.${n >> 8}.${n & 255}`, OWNER)
  const passed = Array.from({ length: 300 }, (_, n) => tryFrom(n)).filter((waitMs) => waitMs === 0)
  expect(passed).toHaveLength(30)
  now = 9_999
  expect(tryFrom(301)).toBe(1)
  now = 10_000
  expect(tryFrom(302)).toBe(0)
})

test('case and Unicode form of the e-mail do not open another account’s attempts', () => {
  const limits = createSignInLimits({ now: () => 0 })
  const names = ['Owner@Shop.example', 'owner@shop.example', 'ｏｗｎｅｒ@shop.example']
  const passed = Array.from({ length: 90 }, (_, n) => limits.take(`198.51.100.${n}`, names[n % 3]!)).filter(
    (waitMs) => waitMs === 0,
  )
  expect(passed).toHaveLength(30)
})

test('signing in rightly costs nothing', () => {
  const limits = createSignInLimits({ now: () => 0 })
  for (let n = 0; n < 100; n += 1) {
    expect(limits.take('203.0.113.7', OWNER)).toBe(0)
    limits.giveBack('203.0.113.7', OWNER)
  }
})
