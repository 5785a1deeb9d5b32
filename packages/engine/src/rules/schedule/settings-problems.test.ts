import { DEFAULT_RECEPTION_SETTINGS, type ReceptionSettings } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { dates, hours } from '../../testing/schedule-with.ts'
import { settingsProblems } from './settings-problems.ts'

const monday = (from: number, until: number) =>
  hours('UTC', {}, { robot: [[{ from, until }], [], [], [], [], [], []] })
const dated = (from: string, through: string) =>
  hours('UTC', {}, { exceptions: [dates('d', [from, through], { does: 'closed' })] })
const closed = dates('d', ['2026-05-01', '2026-05-01'], { does: 'closed' })

test.for([
  ['the defaults', DEFAULT_RECEPTION_SETTINGS, []],
  ['a night', hours('Europe/Berlin', { fri: '18:00-09:00' }), []],
  ['ranges that overlap: they are merged', hours('UTC', { fri: '08:00-12:00 10:00-14:00' }), []],
  ['a zone that is none (SCH-04)', hours('Mars/Olympus', {}), ['ZONE_UNKNOWN /timeZone']],
  ['an offset, which knows no summer', hours('+08:00', {}), ['ZONE_UNKNOWN /timeZone']],
  ['a range backwards', monday(600, 540), ['RANGE_REVERSED /robot/0/0']],
  ['a range of nothing', monday(600, 600), ['RANGE_REVERSED /robot/0/0']],
  ['24 hours', monday(600, 2_040), []],
  ['a minute more', monday(600, 2_041), ['RANGE_TOO_LONG /robot/0/0']],
  ['30 February', dated('2026-02-30', '2026-03-01'), ['DATE_UNKNOWN /exceptions/0/from']],
  ['dates backwards', dated('2026-03-02', '2026-03-01'), ['DATES_REVERSED /exceptions/0/through']],
  ['a year of dates', dated('2028-01-01', '2028-12-31'), []],
  ['and a day', dated('2028-01-01', '2029-01-01'), ['DATES_TOO_LONG /exceptions/0/through']],
  ['one id twice', hours('UTC', {}, { exceptions: [closed, closed] }), ['EXCEPTION_TWICE /exceptions/1/id']],
  [
    'a date’s own range backwards',
    hours(
      'UTC',
      {},
      { exceptions: [{ ...closed, people: { does: 'ranges', ranges: [{ from: 60, until: 0 }] } }] },
    ),
    ['RANGE_REVERSED /exceptions/0/people/ranges/0'],
  ],
] as const)('%s', ([, settings, expected]: readonly [string, ReceptionSettings, readonly string[]]) => {
  expect(settingsProblems(settings).map(({ code, at }) => `${code} ${at}`)).toEqual(expected)
})
