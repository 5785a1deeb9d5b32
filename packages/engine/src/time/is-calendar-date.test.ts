import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCalendarDate } from './is-calendar-date.ts'

test.for([
  ['a day', '2026-03-02', true],
  ['a leap day', '2028-02-29', true],
  ['a leap day of no leap year', '2026-02-29', false],
  ['the 100-year exception', '2100-02-29', false],
  ['the 400-year exception', '2000-02-29', true],
  ['a day a month has not', '2026-04-31', false],
  ['month thirteen', '2026-13-01', false],
  ['month nought', '2026-00-10', false],
  ['day nought', '2026-01-00', false],
  ['one digit for the month', '2026-3-02', false],
  ['a time behind it', '2026-03-02T00:00', false],
  ['words', 'next week', false],
  ['nothing', '', false],
] as const)('%s: %s', ([, text, isDate]) => {
  expect(isCalendarDate(text)).toBe(isDate)
})

test('every day of every year is one', () => {
  const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      expect(isCalendarDate(date.toISOString().slice(0, 10))).toBe(true)
    }),
  )
})
