import type { DayRange } from '@shopbell/protocol'
import { mergeRanges } from './merge-ranges.ts'

const DAY = 1_440
const WEEK = 7 * DAY

/**
 * The week that is on exactly where `office` is not (SCH-03). Every day has its own ranges, none goes over midnight: the night after a
 * holiday is the next day's, so that the robot is there although the holiday's own evening was another one (SCH-08).
 */
export function outsideOffice(office: readonly (readonly DayRange[])[]): DayRange[][] {
  const gaps = gapsOf(office)
  const week: DayRange[][] = [[], [], [], [], [], [], []]
  for (const gap of gaps) {
    for (const { from, until } of piecesOf(gap)) {
      const day = Math.floor(from / DAY)
      week[day % 7]?.push({ from: from - day * DAY, until: until - day * DAY })
    }
  }
  return week.map((ranges) => ranges.toSorted((a, b) => a.from - b.from))
}

/** What is left of the week, in minutes since Monday; the one that reaches over Sunday night begins on Sunday or before. */
function gapsOf(office: readonly (readonly DayRange[])[]): readonly DayRange[] {
  const open = office.flatMap((ranges, day) =>
    ranges.map(({ from, until }) => ({ from: from + day * DAY, until: until + day * DAY })),
  )
  const spilled = open
    .filter(({ until }) => until > WEEK)
    .map(({ until }) => ({ from: 0, until: until - WEEK }))
  const within = open.map(({ from, until }) => ({ from, until: Math.min(until, WEEK) }))
  const taken = mergeRanges([...spilled, ...within])
  const [first] = taken
  if (first === undefined) return [{ from: 0, until: WEEK }]
  return taken
    .map(({ until }, index) => ({ from: until, until: taken[index + 1]?.from ?? first.from + WEEK }))
    .filter(({ from, until }) => until > from)
}

function piecesOf(gap: DayRange): readonly DayRange[] {
  const nextMidnight = (Math.floor(gap.from / DAY) + 1) * DAY
  if (gap.until <= nextMidnight) return [gap]
  return [{ from: gap.from, until: nextMidnight }, ...piecesOf({ from: nextMidnight, until: gap.until })]
}
