import type { DayRange, Week } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { weekBars } from './day-bars.ts'
import {
  copyDay,
  endOfBar,
  moveBegin,
  moveEnd,
  pressBar,
  removeBar,
  shiftBar,
  tidyRanges,
} from './edit-bars.ts'

const [MONDAY, TUESDAY, SUNDAY] = [0, 1, 6]
const at = (from: number, until: number): DayRange => ({ from, until })
const week = (days: Readonly<Record<number, readonly DayRange[]>>): Week =>
  Array.from({ length: 7 }, (_, day) => [...(days[day] ?? [])])
const bar = (of: Week, day: number, index = 0) => weekBars(of)[day]?.[index] ?? at(0, 0)

const office = week({ 0: [at(540, 1_080)] })
const night = week({ 0: [at(1_080, 1_980)] })

describe('the end of a bar', () => {
  test.for([
    ['earlier', office, MONDAY, 960, week({ 0: [at(540, 960)] })],
    ['later', office, MONDAY, 1_440, week({ 0: [at(540, 1_440)] })],
    ['over midnight', office, MONDAY, 1_500, week({ 0: [at(540, 1_500)] })],
    ['never before half an hour', office, MONDAY, 0, week({ 0: [at(540, 570)] })],
    ['never after 24 hours', office, MONDAY, 2_400, week({ 0: [at(540, 1_980)] })],
    ['a night, on its first day, is cut there', night, MONDAY, 1_260, week({ 0: [at(1_080, 1_260)] })],
    [
      'a night, on its second day, stays the first day’s',
      night,
      TUESDAY,
      600,
      week({ 0: [at(1_080, 2_040)] }),
    ],
  ] as const)('%s', ([, before, day, to, after]) => {
    expect(moveEnd(before, day, bar(before, day), to)).toEqual(after)
  })

  test('of two ranges that make one bar, both are cut', () => {
    const two = week({ 6: [at(1_200, 1_980)], 0: [at(480, 720)] })
    expect(moveEnd(two, MONDAY, bar(two, MONDAY), 300)).toEqual(week({ 6: [at(1_200, 1_740)] }))
    expect(moveEnd(two, MONDAY, bar(two, MONDAY), 780)[MONDAY]).toEqual([at(480, 780)])
    expect(endOfBar(two, SUNDAY, bar(two, SUNDAY))).toBe(1_980)
  })

  test('what it reaches becomes one with it', () => {
    const two = week({ 0: [at(0, 120), at(540, 1_080), at(1_200, 1_300)] })
    expect(moveEnd(two, MONDAY, bar(two, MONDAY, 1), 1_230)[MONDAY]).toEqual([at(0, 120), at(540, 1_300)])
  })
})

test('the beginning of a bar', () => {
  expect(moveBegin(office, MONDAY, bar(office, MONDAY), 600)).toEqual(week({ 0: [at(600, 1_080)] }))
  expect(moveBegin(office, MONDAY, bar(office, MONDAY), -60)).toEqual(week({ 0: [at(0, 1_080)] }))
  expect(moveBegin(office, MONDAY, bar(office, MONDAY), 1_400)).toEqual(week({ 0: [at(1_050, 1_080)] }))
  expect(moveBegin(night, MONDAY, bar(night, MONDAY), 300)).toEqual(week({ 0: [at(540, 1_980)] }))
})

test('a bar moves as long as it begins on its day', () => {
  expect(shiftBar(night, MONDAY, bar(night, MONDAY), 30)).toEqual(week({ 0: [at(1_110, 2_010)] }))
  const early = week({ 0: [at(0, 60)] })
  expect(shiftBar(early, MONDAY, bar(early, MONDAY), -30)).toEqual(early)
  const late = week({ 0: [at(1_410, 1_500)] })
  expect(shiftBar(late, MONDAY, bar(late, MONDAY), 30)).toEqual(late)
})

test('a bar is removed where it begins, and a night stays on the day after', () => {
  expect(removeBar(night, MONDAY, bar(night, MONDAY))).toEqual(week({}))
  expect(removeBar(night, TUESDAY, bar(night, TUESDAY))).toEqual(night)
})

test('a day is copied to others as it is', () => {
  expect(copyDay(night, MONDAY, [1, 6])).toEqual(
    week({ 0: night[0] ?? [], 1: night[0] ?? [], 6: night[0] ?? [] }),
  )
})

test('what overlaps is one range, but never one of more than 24 hours', () => {
  expect(tidyRanges([at(600, 700), at(540, 660)])).toEqual([at(540, 700)])
  expect(tidyRanges([at(1_080, 1_980), at(0, 1_100)])).toEqual([at(0, 540), at(540, 1_980)])
})

test.for([
  ['earlier', at(1_050, 1_950)],
  ['later', at(1_110, 2_010)],
  ['shorter', at(1_080, 1_950)],
  ['longer', at(1_080, 2_010)],
] as const)('a key makes a night half an hour %s', ([key, range]) => {
  expect(pressBar(night, MONDAY, bar(night, MONDAY), key)).toEqual(week({ 0: [range] }))
})
