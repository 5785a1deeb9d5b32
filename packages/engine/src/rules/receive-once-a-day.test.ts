import { describe, expect, test } from 'vitest'
import { receivedToday } from './receive-once-a-day.ts'

const at = (time: string): number => Date.parse(time)

describe('once on a store-day (FAQ-11, FAQ-12)', () => {
  test.for([
    ['nothing was received yet', null, '2026-03-01T12:00:00Z', 'Asia/Shanghai', false],
    ['the same moment', '2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z', 'Asia/Shanghai', true],
    ['morning and evening', '2026-03-01T01:00:00Z', '2026-03-01T15:59:59Z', 'Asia/Shanghai', true],
    ['a second apart over midnight', '2026-03-01T15:59:59Z', '2026-03-01T16:00:00Z', 'Asia/Shanghai', false],
    ['the same two in UTC', '2026-03-01T15:59:59Z', '2026-03-01T16:00:00Z', 'UTC', true],
    [
      '23 hours later on the short day’s morrow',
      '2026-03-08T05:00:00Z',
      '2026-03-09T04:00:00Z',
      'America/New_York',
      false,
    ],
    [
      '24 hours later within the long day',
      '2026-11-01T04:00:00Z',
      '2026-11-02T04:00:00Z',
      'America/New_York',
      true,
    ],
  ] as const)('%s', ([, receivedAt, now, zone, received]) => {
    expect(receivedToday(at(now), receivedAt === null ? null : at(receivedAt), zone)).toBe(received)
  })
})
