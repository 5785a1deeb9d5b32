import { expect, test } from 'vitest'
import { clockOf, minuteOf, rangeBetween } from './clock-words.ts'
import { gapsOf, minutesOn, weekBars } from './day-bars.ts'

const night = { from: 1_080, until: 1_980 }
const allDay = { from: 0, until: 1_440 }

test('a night is drawn on both its days, and says where it ends', () => {
  const [monday, tuesday, wednesday] = weekBars([[night], [], [], [], [], [], []])
  expect(monday).toEqual([
    { from: 1_080, until: 1_440, comesOver: false, beginsHere: true, goesOn: { weekday: 1, until: 540 } },
  ])
  expect(tuesday).toEqual([{ from: 0, until: 540, comesOver: true, beginsHere: false, goesOn: null }])
  expect(wednesday).toEqual([])
})

test('a weekend ends on Monday, over Sunday night', () => {
  const bars = weekBars([[{ from: 0, until: 540 }], [], [], [], [], [allDay], [allDay]])
  expect(bars[5]?.[0]?.goesOn).toEqual({ weekday: 0, until: 540 })
  expect(bars[0]?.[0]?.comesOver).toBe(true)
  expect(minutesOn(bars[5] ?? [])).toBe(1_440)
})

test('a day that ends at midnight goes on nowhere, and all days never end', () => {
  expect(weekBars([[allDay], [], [], [], [], [], []])[0]?.[0]?.goesOn).toBeNull()
  expect(weekBars(Array.from({ length: 7 }, () => [allDay]))[3]?.[0]?.goesOn).toBe('always')
})

test('what is free between bars, where there is room to say so', () => {
  const [monday = [], tuesday = []] = weekBars([[{ from: 540, until: 720 }, night], [], [], [], [], [], []])
  expect(gapsOf(monday, 120)).toEqual([
    { from: 0, until: 540 },
    { from: 720, until: 1_080 },
  ])
  expect(gapsOf(monday, 400)).toEqual([{ from: 0, until: 540 }])
  expect(gapsOf(tuesday, 120)).toEqual([{ from: 540, until: 1_440 }])
  expect(gapsOf([], 120)).toEqual([{ from: 0, until: 1_440 }])
  expect(gapsOf(weekBars(Array.from({ length: 7 }, () => [allDay]))[0] ?? [], 1)).toEqual([])
})

test('times of day and minutes', () => {
  expect([clockOf(540), clockOf(1_440), clockOf(1_980), clockOf(0)]).toEqual([
    '09:00',
    '24:00',
    '09:00',
    '00:00',
  ])
  expect([minuteOf('18:30'), minuteOf('24'), minuteOf('')]).toEqual([1_110, null, null])
  expect(rangeBetween(1_080, 540)).toEqual(night)
  expect(rangeBetween(0, 0)).toEqual(allDay)
  expect(rangeBetween(540, 1_080)).toEqual({ from: 540, until: 1_080 })
})
