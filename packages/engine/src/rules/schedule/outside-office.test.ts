import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dates, hours, ranges } from '../../testing/schedule-with.ts'
import { mergeRanges } from './merge-ranges.ts'
import { outsideOffice } from './outside-office.ts'
import { scheduleOf } from './schedule-of.ts'
import { isOn } from './schedule-verdict.ts'

const workday = { mon: '09:00-18:00', tue: '09:00-18:00', wed: '09:00-18:00', thu: '09:00-18:00' }

test('outside office hours are nights and the weekend, day by day (SCH-03)', () => {
  const { robot: office } = hours('UTC', { ...workday, fri: '09:00-12:00 13:30-18:00' })
  expect(outsideOffice(office)).toEqual([
    ranges('00:00-09:00 18:00-24:00'),
    ranges('00:00-09:00 18:00-24:00'),
    ranges('00:00-09:00 18:00-24:00'),
    ranges('00:00-09:00 18:00-24:00'),
    ranges('00:00-09:00 12:00-13:30 18:00-24:00'),
    ranges('00:00-24:00'),
    ranges('00:00-24:00'),
  ])
})

test('the night after a holiday has the robot, whatever the holiday was (SCH-08)', () => {
  const { robot: office } = hours('UTC', { ...workday, fri: '09:00-18:00' })
  // 2026-05-06 is a Wednesday.
  const exceptions = [dates('fair', ['2026-05-06', '2026-05-06'], { does: 'closed' })]
  const settings = hours('UTC', {}, { robot: outsideOffice(office), exceptions })
  const on = (at: string) => isOn(scheduleOf(settings, 'robot', 'UTC'), Date.parse(at))
  expect(on('2026-05-06T23:59:00Z')).toBe(false)
  expect(on('2026-05-07T00:00:00Z')).toBe(true)
  expect(on('2026-05-07T08:59:00Z')).toBe(true)
  expect(on('2026-05-07T09:00:00Z')).toBe(false)
})

test('without office hours it is always', () => {
  expect(outsideOffice(hours('UTC', {}).robot)).toEqual(
    Array.from({ length: 7 }, () => ranges('00:00-24:00')),
  )
})

test('no minute is both, none is neither', () => {
  const range = fc
    .tuple(fc.nat(1_439), fc.integer({ min: 1, max: 1_440 }))
    .map(([from, length]) => ({ from, until: from + length }))
  const week = fc.array(fc.array(range, { maxLength: 3 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(week, fc.nat(10_079), (office, minute) => {
      const at = Date.parse('2026-05-04T00:00:00Z') + minute * 60_000
      const on = (robot: typeof office) => isOn(scheduleOf(hours('UTC', {}, { robot }), 'robot', 'UTC'), at)
      expect(on(outsideOffice(office))).toBe(!on(office))
      expect(on(office.map((day) => [...mergeRanges(day)]))).toBe(on(office))
    }),
    { numRuns: 1_000 },
  )
})
