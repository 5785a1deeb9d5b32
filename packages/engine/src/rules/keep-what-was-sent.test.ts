import { expect, test } from 'vitest'
import { keepWhatWasSent } from './keep-what-was-sent.ts'

const ENDS = 10_000
const sentAt = 1_000

test.for([
  ['what was sent', { sentAt }, true],
  ['what was edited later, also after the window', { sentAt, editedAt: ENDS + 1 }, true],
  ['a private note', { sentAt, isNote: true }, false],
  ['what failed to send', { sentAt, hasFailed: true }, false],
  ['what was taken back at once', { sentAt, takenBackAt: sentAt }, false],
  ['what was taken back at the window’s last instant', { sentAt, takenBackAt: ENDS }, false],
  ['what was taken back after the window', { sentAt, takenBackAt: ENDS + 1 }, true],
  ['a note that was taken back after it', { sentAt, isNote: true, takenBackAt: ENDS + 1 }, false],
] as const)('%s (CNT-06)', ([, words, counts]) => {
  expect(keepWhatWasSent(words, ENDS)).toBe(counts)
})
