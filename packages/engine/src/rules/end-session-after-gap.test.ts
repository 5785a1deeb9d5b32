import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../time/duration.ts'
import { endSessionAfterGap } from './end-session-after-gap.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')

describe('the end of a session (ENT-02, SQ-08)', () => {
  test.for([
    ['a moment later', 0, 24, false],
    ['a day less a millisecond', 24 * HOUR_MS - 1, 24, false],
    ['exactly a day', 24 * HOUR_MS, 24, false],
    ['a day and a millisecond', 24 * HOUR_MS + 1, 24, true],
    ['another gap', HOUR_MS + 1, 1, true],
  ] as const)('%s', ([, silenceMs, hours, isOver]) => {
    expect(endSessionAfterGap(NOW, NOW - silenceMs, hours)).toBe(isOver)
  })
})
