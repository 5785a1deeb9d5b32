import {
  type DatedException,
  type DayRange,
  MAX_EXCEPTION_DAYS,
  type ReceptionSettings,
} from '@shopbell/protocol'
import { pointer } from '../../flow/problem.ts'
import { isCalendarDate } from '../../time/is-calendar-date.ts'
import { dayOfDate } from '../../time/wall-time.ts'
import { isTimeZone } from '../../time/zone-offset.ts'

const DAY_MINUTES = 1_440

/** What can be wrong with reception settings, in one sentence that says what to do. A code is never renamed. */
const SENTENCES = {
  ZONE_UNKNOWN: 'There is no time zone of this name; choose one from the list, such as Asia/Shanghai.',
  RANGE_REVERSED:
    'This range ends before it begins; give an end after its beginning, on the next day if need be.',
  RANGE_TOO_LONG: 'This range is longer than 24 hours; split it at midnight.',
  DATE_UNKNOWN: 'There is no such day in the calendar; write it as YYYY-MM-DD.',
  DATES_REVERSED: 'These dates end before they begin; exchange the two.',
  DATES_TOO_LONG: `An exception spans at most ${String(MAX_EXCEPTION_DAYS)} days; change the week instead.`,
  EXCEPTION_TWICE: 'Two exceptions have the same id; give each its own.',
} as const

export type SettingsProblemCode = keyof typeof SENTENCES

/** One finding; `at` is a JSON pointer into the settings. All of them stop saving. */
export interface SettingsProblem {
  readonly code: SettingsProblemCode
  readonly severity: 'error'
  readonly at: string
  readonly message: string
}

/** Everything that keeps these settings from being saved (SCH-04, SCH-06, SCH-08). Ranges that overlap are no problem: they are merged. */
export function settingsProblems(settings: ReceptionSettings): readonly SettingsProblem[] {
  const { timeZone, robot, office, exceptions } = settings
  const ids = exceptions.map(({ id }) => id)
  return [
    ...(timeZone === null || isTimeZone(timeZone) ? [] : [found('ZONE_UNKNOWN', '/timeZone')]),
    ...robot.flatMap((ranges, day) => rangeProblems(ranges, pointer('robot', day))),
    ...(office ?? []).flatMap((ranges, day) => rangeProblems(ranges, pointer('office', day))),
    ...exceptions.flatMap((exception, index) => exceptionProblems(exception, pointer('exceptions', index))),
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [found('EXCEPTION_TWICE', pointer('exceptions', index, 'id'))] : [],
    ),
  ]
}

function rangeProblems(ranges: readonly DayRange[], at: string): readonly SettingsProblem[] {
  return ranges.flatMap(({ from, until }, index) => {
    if (until <= from) return [found('RANGE_REVERSED', at + pointer(index))]
    return until - from > DAY_MINUTES ? [found('RANGE_TOO_LONG', at + pointer(index))] : []
  })
}

function exceptionProblems(
  { from, through, robot, people }: DatedException,
  at: string,
): readonly SettingsProblem[] {
  return [
    ...dateProblems(from, through, at),
    ...(
      [
        ['robot', robot],
        ['people', people],
      ] as const
    ).flatMap(([side, plan]) =>
      plan.does === 'ranges' ? rangeProblems(plan.ranges, at + pointer(side, 'ranges')) : [],
    ),
  ]
}

function dateProblems(from: string, through: string, at: string): readonly SettingsProblem[] {
  if (!isCalendarDate(from)) return [found('DATE_UNKNOWN', at + pointer('from'))]
  if (!isCalendarDate(through)) return [found('DATE_UNKNOWN', at + pointer('through'))]
  const days = dayOfDate(through) - dayOfDate(from) + 1
  if (days < 1) return [found('DATES_REVERSED', at + pointer('through'))]
  return days > MAX_EXCEPTION_DAYS ? [found('DATES_TOO_LONG', at + pointer('through'))] : []
}

function found(code: SettingsProblemCode, at: string): SettingsProblem {
  return { code, severity: 'error', at, message: SENTENCES[code] }
}
