import { describe, expect, test } from 'vitest'
import { localDay } from './local-day.ts'

describe('the calendar day in a store’s zone (FAQ-12)', () => {
  test.for([
    ['a second before midnight in Shanghai', '2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-03-01'],
    ['midnight in Shanghai', '2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
    ['the same instant in Los Angeles', '2026-03-01T16:00:00Z', 'America/Los_Angeles', '2026-03-01'],
    ['New York before the clocks go forward', '2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['New York, midnight of the short day', '2026-03-08T05:00:00Z', 'America/New_York', '2026-03-08'],
    ['New York, the end of the short day', '2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['New York, midnight after the short day', '2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    ['New York, the end of the long day', '2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['New York, midnight after the long day', '2026-11-02T05:00:00Z', 'America/New_York', '2026-11-02'],
    ['a zone of three quarters of an hour', '2026-03-01T18:15:00Z', 'Asia/Kathmandu', '2026-03-02'],
    ['a day that a country left out', '2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['a leap day', '2028-02-29T12:00:00Z', 'UTC', '2028-02-29'],
  ] as const)('%s', ([, at, zone, day]) => {
    expect(localDay(Date.parse(at), zone)).toBe(day)
  })
})
