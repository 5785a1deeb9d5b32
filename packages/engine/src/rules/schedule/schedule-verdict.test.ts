import type { ReceptionSettings } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { dates, hours, ranges } from '../../testing/schedule-with.ts'
import { scheduleOf } from './schedule-of.ts'
import { isOn, scheduleVerdict } from './schedule-verdict.ts'

const MINUTE_MS = 60_000
const schedule = (settings: ReceptionSettings) => scheduleOf(settings, 'robot', 'UTC')
const NIGHT = hours('Asia/Shanghai', { fri: '18:00-09:00' })
/** Every day at night, a Monday also at noon. */
const NIGHTLY = hours('UTC', {
  ...{ mon: '12:00-13:00 18:00-09:00', tue: '18:00-09:00', wed: '18:00-09:00', thu: '18:00-09:00' },
  ...{ fri: '18:00-09:00', sat: '00:00-24:00', sun: '18:00-09:00' },
})
const nightlyBut = (...exceptions: ReceptionSettings['exceptions']) => ({ ...NIGHTLY, exceptions })
const HOLIDAY = dates('holiday', ['2026-05-07', '2026-05-08'], { does: 'closed' })

describe('on or off (SCH-01, SCH-02, SCH-06, SCH-08)', () => {
  test.for([
    ['off is never on', { ...NIGHT, mode: 'off' }, '2026-05-08T12:00:00Z', false],
    ['always is always on', { ...NIGHT, mode: 'always' }, '2026-05-06T12:00:00Z', true],
    ['Friday evening', NIGHT, '2026-05-08T10:00:00Z', true],
    ['a minute before', NIGHT, '2026-05-08T09:59:59.999Z', false],
    ['Saturday 08:59', NIGHT, '2026-05-09T00:59:59.999Z', true],
    ['not Saturday 09:00', NIGHT, '2026-05-09T01:00:00Z', false],
    ['not Sunday 08:59', NIGHT, '2026-05-10T00:59:00Z', false],
    ['a whole day, first minute', NIGHTLY, '2026-05-09T00:00:00Z', true],
    ['a whole day, last minute', NIGHTLY, '2026-05-09T23:59:59.999Z', true],
    ['over Sunday midnight into Monday', NIGHTLY, '2026-05-11T08:59:00Z', true],
    ['a closed date', nightlyBut(HOLIDAY), '2026-05-08T20:00:00Z', false],
    ['the evening before ends at its midnight', nightlyBut(HOLIDAY), '2026-05-07T00:00:00Z', false],
    ['but not earlier', nightlyBut(HOLIDAY), '2026-05-06T23:59:59Z', true],
    [
      'nothing of a closed date goes on',
      nightlyBut(dates('d', ['2026-05-07', '2026-05-07'], { does: 'closed' })),
      '2026-05-08T08:00:00Z',
      false,
    ],
    [
      'a date’s own night goes on',
      nightlyBut(dates('d', ['2026-05-06', '2026-05-06'], { does: 'ranges', ranges: ranges('20:00-12:00') })),
      '2026-05-07T11:59:00Z',
      true,
    ],
    [
      'within dates of several days, too',
      nightlyBut(dates('d', ['2026-05-06', '2026-05-07'], { does: 'ranges', ranges: ranges('20:00-02:00') })),
      '2026-05-07T01:59:00Z',
      true,
    ],
    [
      'a working Saturday is like a Monday at noon',
      nightlyBut(dates('d', ['2026-05-09', '2026-05-09'], { does: 'like', weekday: 0 })),
      '2026-05-09T12:30:00Z',
      true,
    ],
    [
      'and in its office hours',
      nightlyBut(dates('d', ['2026-05-09', '2026-05-09'], { does: 'like', weekday: 0 })),
      '2026-05-09T10:00:00Z',
      false,
    ],
    [
      'and early in the morning',
      nightlyBut(dates('d', ['2026-05-09', '2026-05-09'], { does: 'like', weekday: 0 })),
      '2026-05-09T08:59:00Z',
      true,
    ],
    [
      'usual dates change nothing',
      nightlyBut(dates('d', ['2026-05-08', '2026-05-08'], { does: 'usual' })),
      '2026-05-08T20:00:00Z',
      true,
    ],
    [
      'what was edited last wins',
      nightlyBut(dates('new', ['2026-05-08', '2026-05-08'], { does: 'allDay' }, 2), {
        ...HOLIDAY,
        editedAt: 1,
      }),
      '2026-05-08T12:00:00Z',
      true,
    ],
    [
      'in whatever order they stand',
      nightlyBut(
        { ...HOLIDAY, editedAt: 3 },
        dates('old', ['2026-05-08', '2026-05-08'], { does: 'allDay' }, 2),
      ),
      '2026-05-08T12:00:00Z',
      false,
    ],
    ['an unknown zone counts as UTC', { ...NIGHT, timeZone: 'Mars/Olympus' }, '2026-05-08T18:00:00Z', true],
  ] as const)('%s', ([, settings, at, on]) => {
    expect(isOn(schedule(settings), Date.parse(at))).toBe(on)
    expect(scheduleVerdict(schedule(settings), Date.parse(at)).on).toBe(on)
  })

  test('the reason is the mode, the week, or the dates that decided', () => {
    const at = Date.parse('2026-05-08T12:00:00Z')
    expect(scheduleVerdict(schedule({ ...NIGHT, mode: 'off' }), at)).toEqual({ on: false, by: 'mode' })
    expect(scheduleVerdict(schedule(NIGHTLY), at)).toEqual({ on: false, by: 'week' })
    expect(scheduleVerdict(schedule(nightlyBut(HOLIDAY)), at)).toEqual({
      on: false,
      by: 'dates',
      exception: 'holiday',
    })
  })

  test('people have a schedule of their own, and are there where nobody has said their hours (SCH-03)', () => {
    const at = Date.parse('2026-05-08T12:00:00Z')
    const office = NIGHTLY.robot.map(() => ranges('09:00-18:00'))
    expect(isOn(scheduleOf({ ...NIGHTLY, mode: 'off' }, 'people', 'UTC'), at)).toBe(true)
    expect(isOn(scheduleOf({ ...NIGHTLY, office }, 'people', 'UTC'), at)).toBe(true)
    expect(isOn(scheduleOf({ ...NIGHTLY, office }, 'people', 'UTC'), at + 7 * 3_600_000)).toBe(false)
  })
})

describe('daylight saving, on wall time (SCH-07)', () => {
  const lengthOf = (settings: ReceptionSettings, from: string, to: string): number => {
    const asked = schedule(settings)
    let minutes = 0
    for (let at = Date.parse(from); at < Date.parse(to); at += MINUTE_MS) if (isOn(asked, at)) minutes += 1
    return minutes
  }

  test('a range within the hour that a day leaves out has no length', () => {
    const spring = hours('America/New_York', { sun: '02:00-03:00' })
    expect(lengthOf(spring, '2026-03-08T00:00:00Z', '2026-03-09T12:00:00Z')).toBe(0)
  })

  test('a range within the hour that comes twice is on twice: 05:00Z to 07:00Z', () => {
    const autumn = hours('America/New_York', { sun: '01:00-02:00' })
    expect(lengthOf(autumn, '2026-11-01T00:00:00Z', '2026-11-02T12:00:00Z')).toBe(120)
    expect(lengthOf(autumn, '2026-11-01T05:00:00Z', '2026-11-01T07:00:00Z')).toBe(120)
  })
})
