import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSeal, secretOf } from './seal.ts'

const SECRET = 'whsec_bm90IGEgcmVhbCBzZWNyZXQsIG9ubHkgYSB0ZXN0'
const [now, before] = [randomBytes(32), randomBytes(32)]
const about = secretOf({ storeId: 1, webhookId: 7 })

test('what is closed opens again, says nothing of itself, and is never the same twice', () => {
  const seal = createSeal([now])
  const kept = seal.close(SECRET, about)
  expect(seal.open(kept, about)).toBe(SECRET)
  expect(kept).not.toContain(SECRET.slice(6, 12))
  expect(seal.close(SECRET, about)).not.toBe(kept)
})

test('the first key closes, and older ones still open', () => {
  const old = createSeal([before]).close(SECRET, about)
  const seal = createSeal([now, before])
  expect(seal.open(old, about)).toBe(SECRET)
  expect(createSeal([now]).open(seal.close(SECRET, about), about)).toBe(SECRET)
})

test('without a key, and what was kept before there was one, is as it is', () => {
  expect(createSeal([]).close(SECRET, about)).toBe(SECRET)
  expect(createSeal([now]).open(SECRET, about)).toBe(SECRET)
})

test.for([
  ['without its key', [], about, (kept: string) => kept],
  ['with another key', [before], about, (kept: string) => kept],
  ['for another endpoint', [now], secretOf({ storeId: 1, webhookId: 8 }), (kept: string) => kept],
  ['when a letter was changed', [now], about, (kept: string) => swapLast(kept)],
  ['when it breaks off', [now], about, (kept: string) => kept.slice(0, 40)],
] as const)('it does not open %s', ([, keys, whose, change]) => {
  const kept = createSeal([now]).close(SECRET, about)
  expect(createSeal(keys).open(change(kept), whose)).toBeNull()
})

/** Another letter in the middle of what is sealed. */
function swapLast(kept: string): string {
  const at = kept.length - 10
  return kept.slice(0, at) + (kept[at] === 'A' ? 'B' : 'A') + kept.slice(at + 1)
}
