import { expect, test } from 'vitest'
import { localDayEnd } from './local-day-end.ts'

test.for([
  ['a day in UTC', '2026-03-01T15:59:59Z', 'UTC', '2026-03-02T00:00:00Z'],
  ['its very first instant', '2026-03-01T00:00:00Z', 'UTC', '2026-03-02T00:00:00Z'],
  ['its very last', '2026-03-01T23:59:59.999Z', 'UTC', '2026-03-02T00:00:00Z'],
  ['a day in Shanghai', '2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-03-01T16:00:00Z'],
  ['the short day of New York', '2026-03-08T05:00:00Z', 'America/New_York', '2026-03-09T04:00:00Z'],
  ['the long day of New York', '2026-11-01T04:00:00Z', 'America/New_York', '2026-11-02T05:00:00Z'],
  [
    'a day before one that begins at one o’clock',
    '2026-04-23T12:00:00Z',
    'Africa/Cairo',
    '2026-04-23T22:00:00Z',
  ],
] as const)('%s ends', ([, at, zone, end]) => {
  expect(new Date(localDayEnd(Date.parse(at), zone)).toISOString()).toBe(new Date(end).toISOString())
})
