import { describe, expect, test } from 'vitest'
import { instantOf, nextDay } from './local-moment.ts'

describe('a moment in the store’s own time', () => {
  test.for([
    ['Shanghai is eight hours ahead', '2026-03-02', '09:30', 'Asia/Shanghai', '2026-03-02T01:30:00Z'],
    ['Lisbon in winter', '2026-03-02', '10:00', 'Europe/Lisbon', '2026-03-02T10:00:00Z'],
    ['Lisbon in summer', '2026-04-01', '11:00', 'Europe/Lisbon', '2026-04-01T10:00:00Z'],
    [
      'the hour after the clocks went back',
      '2026-11-01',
      '03:00',
      'America/New_York',
      '2026-11-01T08:00:00Z',
    ],
    ['the hour after they went forward', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00Z'],
  ] as const)('%s', ([, day, time, timeZone, utc]) => {
    expect(new Date(instantOf({ day, time }, timeZone)).toISOString()).toBe(new Date(utc).toISOString())
  })

  test('the next day is the store’s next day, not the one of UTC', () => {
    expect(nextDay(Date.parse('2026-03-02T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-03-04')
    expect(nextDay(Date.parse('2026-03-02T15:30:00Z'), 'Asia/Shanghai')).toBe('2026-03-03')
  })
})
