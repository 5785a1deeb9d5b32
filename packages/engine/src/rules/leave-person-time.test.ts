import { describe, expect, test } from 'vitest'
import { leavePersonTime } from './leave-person-time.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')

describe('after a person wrote (SCH-11)', () => {
  test.for([
    ['nobody ever wrote', undefined, false],
    ['just now', NOW, true],
    ['four minutes, 59.999 seconds ago', NOW - 299_999, true],
    ['five minutes ago', NOW - 300_000, false],
  ] as const)('%s', ([, personAt, waits]) => {
    expect(leavePersonTime(NOW, personAt)).toEqual(waits ? { code: 'PERSON_WROTE_LATELY' } : null)
  })
})
