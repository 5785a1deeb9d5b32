import type { ReceptionSettings } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { dates, hours } from '../../testing/schedule-with.ts'
import { nextChange, nextOn } from './next-change.ts'
import { scheduleOf } from './schedule-of.ts'

const OFFICE = { mon: '09:00-18:00', fri: '09:00-18:00' }
const NEW_YORK = hours('America/New_York', { sun: '01:00-02:00' })
const FEAST = dates('feast', ['2027-02-04', '2027-02-17'], { does: 'closed' })
const daily = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, '09:00-18:00']),
)

test.for([
  ['within a range, its end', hours('UTC', OFFICE), '2026-05-08T12:00:00Z', '2026-05-08T18:00:00Z'],
  ['at its beginning, its end', hours('UTC', OFFICE), '2026-05-08T09:00:00Z', '2026-05-08T18:00:00Z'],
  ['at its end, the next beginning', hours('UTC', OFFICE), '2026-05-08T18:00:00Z', '2026-05-11T09:00:00Z'],
  [
    'the same weekday again',
    hours('UTC', { mon: '09:00-18:00' }),
    '2026-05-11T18:00:00Z',
    '2026-05-18T09:00:00Z',
  ],
  [
    'ranges that touch are one',
    hours('UTC', { fri: '09:00-12:00 12:00-18:00' }),
    '2026-05-08T10:00:00Z',
    '2026-05-08T18:00:00Z',
  ],
  [
    'over midnight',
    hours('Asia/Shanghai', { fri: '18:00-09:00' }),
    '2026-05-08T15:00:00Z',
    '2026-05-09T01:00:00Z',
  ],
  ['both hours of the long day', NEW_YORK, '2026-11-01T05:30:00Z', '2026-11-01T07:00:00Z'],
  [
    'past the hour left out',
    hours('America/New_York', { sun: '02:00-03:00' }),
    '2026-03-08T01:00:00Z',
    '2026-03-15T06:00:00Z',
  ],
  [
    'after two weeks of holidays',
    hours('Asia/Shanghai', daily, { exceptions: [FEAST] }),
    '2027-02-03T12:00:00Z',
    '2027-02-18T01:00:00Z',
  ],
  ['nothing ever', hours('UTC', {}), '2026-05-08T12:00:00Z', null],
  ['always', { ...hours('UTC', OFFICE), mode: 'always' }, '2026-05-08T12:00:00Z', null],
] as const)(
  '%s',
  ([, settings, at, expected]: readonly [string, ReceptionSettings, string, string | null]) => {
    const found = nextChange(scheduleOf(settings, 'robot', 'UTC'), Date.parse(at))
    expect(found === null ? null : new Date(found).toISOString()).toBe(
      expected === null ? null : new Date(expected).toISOString(),
    )
  },
)

test('what is on is next on now', () => {
  const schedule = scheduleOf(hours('UTC', OFFICE), 'robot', 'UTC')
  const noon = Date.parse('2026-05-08T12:00:00Z')
  expect(nextOn(schedule, noon)).toBe(noon)
  expect(nextOn(schedule, noon - 12 * 3_600_000)).toBe(Date.parse('2026-05-08T09:00:00Z'))
})
