import { describe, expect, test } from 'vitest'
import { type Hours, momentOfDay, opensAt, readHours } from './hours.ts'

const NIGHT = '18:00-09:00'
const HOURS: Hours = {
  robot: { monday: [NIGHT], tuesday: [NIGHT], saturday: ['00:00-24:00'] },
  people: { monday: ['09:00-12:00', '13:00-18:00'], tuesday: ['09:00-18:00'] },
  holidays: ['2026-03-03', '2026-10-01/2026-10-07'],
}
const at = (told: string) => Date.parse(`${told}:00+08:00`)
const kept = readHours(HOURS, 'Asia/Shanghai')

test.for([
  ['a Monday morning is the people’s', '2026-03-02T09:30', true, false],
  ['over lunch nobody is there', '2026-03-02T12:30', false, false],
  ['the night is the robot’s', '2026-03-02T23:00', false, true],
  ['until the next morning', '2026-03-10T08:59', false, true],
  ['a holiday is the robot’s, all day', '2026-03-03T10:00', false, true],
  ['so is each day of several', '2026-10-07T10:00', false, true],
  ['a day that is left out is nobody’s', '2026-03-04T10:00', false, false],
] as const)('%s', ([, told, open, robot]) => {
  const { openNow, robotOff } = momentOfDay(kept, at(told))
  expect([openNow, robotOff === undefined]).toEqual([open, robot])
})

test('it is known until when the robot is off, and from when people are there', () => {
  expect(momentOfDay(kept, at('2026-03-02T12:30')).robotOff).toEqual({
    by: 'hours',
    until: at('2026-03-02T18:00'),
  })
  expect(opensAt(kept, at('2026-03-02T12:30'))).toBe(at('2026-03-02T13:00'))
  expect(opensAt(kept, at('2026-03-02T13:30'))).toBeNull()
})

test('where nothing is said, both are always there', () => {
  expect(momentOfDay(readHours({}, 'UTC'), at('2026-03-02T03:00'))).toEqual({ openNow: true })
})

describe('what cannot be read is refused, with the place and what to do', () => {
  test.for([
    [
      'a range in other words',
      { people: { monday: ['9-18'] } },
      'people, monday: write “9-18” like 09:00-18:00',
    ],
    [
      'an hour that no clock shows',
      { robot: { sunday: ['09:00-25:00'] } },
      'robot, sunday: write “09:00-25:00”',
    ],
    [
      'a holiday in other words',
      { holidays: ['Christmas'] },
      'write the holiday “Christmas” like 2026-10-01',
    ],
    ['a day that is in no calendar', { holidays: ['2026-02-30'] }, 'There is no such day in the calendar'],
  ] as const)('%s', ([, hours, message]) => {
    expect(() => readHours(hours, 'UTC')).toThrow(message)
  })

  test('a day that no week has', () => {
    const week: object = { mon: ['09:00-18:00'] }
    expect(() => readHours({ people: week }, 'UTC')).toThrow('people has no day “mon”')
  })

  test('a zone that no clock has', () => {
    expect(() => readHours({}, 'Moon/Crater')).toThrow('There is no time zone of this name')
  })
})
