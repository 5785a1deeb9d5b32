import { mergeRanges } from '@shopbell/engine'
import type { DayRange, Week } from '@shopbell/protocol'
import type { BarKey } from './bar-keys.ts'

const DAY = 1_440
/** What a key moves by, and a bar's least length, in minutes. */
const STEP = 30

/** A bar of a day's row: what ranges of the day and of the night before cover together. */
interface Piece {
  readonly from: number
  readonly until: number
}

/** As few ranges as it takes, none longer than 24 hours. */
export function tidyRanges(ranges: readonly DayRange[]): DayRange[] {
  return mergeRanges(ranges).flatMap(({ from, until }) =>
    until - from > DAY
      ? [
          { from, until: until - DAY },
          { from: until - DAY, until },
        ]
      : [{ from, until }],
  )
}

/** Where a bar ends, in minutes of its day; above 1440 it is on the next one. */
export function endOfBar(week: Week, day: number, bar: Piece): number {
  return Math.max(bar.until, ...rangesOf(week, day, bar).map(({ until }) => until))
}

/** Lets a bar end elsewhere: what ended there ends there now, what reached beyond is cut. */
export function moveEnd(week: Week, day: number, bar: Piece, to: number): Week {
  const reach = endOfBar(week, day, bar)
  const end = Math.max(to, bar.from + STEP)
  const cut = ({ from, until }: DayRange): DayRange => ({
    from,
    until: until < reach ? Math.min(until, end) : Math.min(end, from + DAY),
  })
  return editPiece(week, day, bar, cut)
}

/** Lets a bar begin elsewhere on its day. */
export function moveBegin(week: Week, day: number, bar: Piece, to: number): Week {
  const begin = Math.max(0, Math.min(to, endOfBar(week, day, bar) - STEP, DAY - STEP))
  const cut = ({ from, until }: DayRange): DayRange => ({
    from: Math.max(from <= bar.from ? begin : Math.max(from, begin), until - DAY),
    until,
  })
  return editDay(week, day, (own) => own.map((range) => (meets(range, bar) ? cut(range) : range)))
}

/** Moves the ranges that begin in a bar, where they stay on their day. */
export function shiftBar(week: Week, day: number, bar: Piece, by: number): Week {
  const fits = (range: DayRange) => range.from + by >= 0 && range.from + by < DAY
  return editDay(week, day, (own) =>
    own.filter((range) => meets(range, bar)).every(fits)
      ? own.map((range) => (meets(range, bar) ? { from: range.from + by, until: range.until + by } : range))
      : own,
  )
}

/** Takes out the ranges that begin in a bar; a night that comes over from the day before stays. */
export function removeBar(week: Week, day: number, bar: Piece): Week {
  return editDay(week, day, (own) => own.filter((range) => !meets(range, bar)))
}

/** What a key makes of a bar. */
export function pressBar(week: Week, day: number, bar: Piece, key: BarKey): Week {
  const end = endOfBar(week, day, bar)
  switch (key) {
    case 'earlier':
      return shiftBar(week, day, bar, -STEP)
    case 'later':
      return shiftBar(week, day, bar, STEP)
    case 'shorter':
      return moveEnd(week, day, bar, end - STEP)
    case 'longer':
      return moveEnd(week, day, bar, end + STEP)
    case 'remove':
      return removeBar(week, day, bar)
  }
}

/** Gives other days the ranges of one. */
export function copyDay(week: Week, day: number, to: readonly number[]): Week {
  return week.map((ranges, at) => (to.includes(at) ? [...(week[day] ?? [])] : ranges))
}

function editDay(week: Week, day: number, edit: (own: readonly DayRange[]) => readonly DayRange[]): Week {
  return week.map((ranges, at) => (at === day ? tidyRanges(edit(ranges)) : ranges))
}

/** Edits the ranges behind a bar, in minutes of its day; those of the night before are kept on theirs. */
function editPiece(week: Week, day: number, bar: Piece, edit: (range: DayRange) => DayRange): Week {
  const edited = (range: DayRange) => (meets(range, bar) ? edit(range) : range)
  const before = (day + 6) % 7
  const own = editDay(week, day, (ranges) => ranges.map(edited))
  return editDay(own, before, (ranges) =>
    ranges.map((range) => (range.until > DAY ? shifted(edited(shifted(range, -DAY)), DAY) : range)),
  )
}

function rangesOf(week: Week, day: number, bar: Piece): readonly DayRange[] {
  const over = (week[(day + 6) % 7] ?? []).map((range) => shifted(range, -DAY))
  return [...over, ...(week[day] ?? [])].filter((range) => meets(range, bar))
}

const shifted = ({ from, until }: DayRange, by: number): DayRange => ({ from: from + by, until: until + by })
const meets = ({ from, until }: DayRange, bar: Piece) => from < bar.until && until > bar.from
