import { expect, test } from 'vitest'
import { type DigestFacts, dueDigest } from './due-digest.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const minutesAgo = (n: number) => NOW - n * 60_000
const ALONE: DigestFacts = { waitingSince: [], peopleHere: 0, wantsMail: true, mailedAt: null }

test.for([
  ['nobody waits', {}, null],
  ['somebody has waited for less than five minutes', { waitingSince: [minutesAgo(4.99)] }, null],
  ['somebody has waited for five minutes', { waitingSince: [minutesAgo(5)] }, 1],
  ['two wait, one only since now', { waitingSince: [minutesAgo(20), NOW] }, 1],
  ['somebody of the shop is here', { waitingSince: [minutesAgo(20)], peopleHere: 1 }, null],
  ['the account wants no mail', { waitingSince: [minutesAgo(20)], wantsMail: false }, null],
  ['it was told of the same buyer', { waitingSince: [minutesAgo(90)], mailedAt: minutesAgo(60) }, null],
  [
    'one more waits than it was told of',
    { waitingSince: [minutesAgo(90), minutesAgo(30)], mailedAt: minutesAgo(60) },
    2,
  ],
  [
    'one began to wait just before it was told',
    { waitingSince: [minutesAgo(62)], mailedAt: minutesAgo(60) },
    1,
  ],
  [
    'it was told less than half an hour ago',
    { waitingSince: [minutesAgo(10)], mailedAt: minutesAgo(29) },
    null,
  ],
] as const)('when %s', ([, facts, waiting]) => {
  expect(dueDigest(NOW, { ...ALONE, ...facts })?.waiting ?? null).toBe(waiting)
})

test('the letter tells how long the first has waited', () => {
  const facts = { ...ALONE, waitingSince: [minutesAgo(12), minutesAgo(7)] }
  expect(dueDigest(NOW, facts)).toEqual({ waiting: 2, longestMs: 12 * 60_000 })
})
