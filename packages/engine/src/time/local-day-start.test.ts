import { expect, test } from 'vitest'
import { localDayStart } from './local-day-start.ts'

test.for([
  ['a day in UTC', '2026-03-01T15:59:59Z', 'UTC', '2026-03-01T00:00:00Z'],
  ['its very first instant', '2026-03-01T00:00:00Z', 'UTC', '2026-03-01T00:00:00Z'],
  ['a day in Shanghai', '2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-02-28T16:00:00Z'],
  ['the next one', '2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-01T16:00:00Z'],
  ['the short day of New York', '2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08T05:00:00Z'],
  ['the long day of New York', '2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01T04:00:00Z'],
  ['a day that begins at one o’clock', '2026-04-24T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
] as const)('%s', ([, at, zone, start]) => {
  expect(new Date(localDayStart(Date.parse(at), zone)).toISOString()).toBe(new Date(start).toISOString())
})
