import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../time/duration.ts'
import { limitAutomaticMessages } from './limit-automatic-messages.ts'

const NOW = Date.parse('2026-06-15T12:00:00Z')
const said = (count: number, agoMs: number) => ({ since: NOW - agoMs, count })

describe('at most so many automatic messages in an hour (WEL-16)', () => {
  test.for([
    ['nothing was said yet', undefined, 4, undefined],
    ['the twentieth', said(19, 60_000), 1, undefined],
    ['the twenty-first', said(20, 60_000), 1, 'TOO_MANY_AUTOMATIC'],
    ['a reception that would not fit whole', said(18, 60_000), 3, 'TOO_MANY_AUTOMATIC'],
    ['a millisecond before the hour is over', said(20, HOUR_MS - 1), 1, 'TOO_MANY_AUTOMATIC'],
    ['when the hour is over', said(20, HOUR_MS), 1, undefined],
    ['saying nothing is always allowed', said(20, 0), 0, undefined],
  ] as const)('%s', ([, hour, more, code]) => {
    expect(limitAutomaticMessages(NOW, hour, more, 20)?.code).toBe(code)
  })

  test('the reason gives the figures', () => {
    expect(limitAutomaticMessages(NOW, said(20, 0), 1, 20)?.because).toEqual({ count: 20, limit: 20 })
  })
})
