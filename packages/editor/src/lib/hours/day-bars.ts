import { mergeRanges } from '@shopbell/engine'
import type { Week } from '@shopbell/protocol'

const DAY = 1_440

/** A piece of one day's row that is on, and where the stretch it belongs to ends. */
export interface DayBar {
  readonly from: number
  readonly until: number
  /** It goes on from the day before. */
  readonly comesOver: boolean
  /** A range of this day begins in it; else it is only the end of a night. */
  readonly beginsHere: boolean
  /** It goes on into the next day: the weekday it ends on, and when; null: it never ends. */
  readonly goesOn: { readonly weekday: number; readonly until: number } | 'always' | null
}

/** What is on in the row of each weekday, nights included that began the day before. */
export function weekBars(week: Week): readonly (readonly DayBar[])[] {
  const rows = Array.from({ length: 7 }, (_, day) => coverageOf(week, day))
  return rows.map((pieces, day) =>
    pieces.map(({ from, until }) => ({
      from,
      until,
      comesOver: from === 0 && rows[(day + 6) % 7]?.at(-1)?.until === DAY,
      beginsHere: (week[day] ?? []).some((own) => own.from < until && own.until > from),
      goesOn: until < DAY ? null : endAfter(rows, day),
    })),
  )
}

/** How many minutes of a day are on. */
export function minutesOn(bars: readonly DayBar[]): number {
  return bars.reduce((sum, { from, until }) => sum + until - from, 0)
}

/** The pieces of a day's row between the bars that are at least `atLeast` minutes long: room for a word. */
export function gapsOf(
  bars: readonly DayBar[],
  atLeast: number,
): readonly { readonly from: number; readonly until: number }[] {
  const edges = [0, ...bars.flatMap(({ from, until }) => [from, until]), DAY]
  return Array.from({ length: bars.length + 1 }, (_, at) => ({
    from: edges[2 * at] ?? 0,
    until: edges[2 * at + 1] ?? DAY,
  })).filter(({ from, until }) => until - from >= atLeast)
}

function coverageOf(week: Week, day: number) {
  const over = (week[(day + 6) % 7] ?? [])
    .filter(({ until }) => until > DAY)
    .map(({ from, until }) => ({ from: Math.max(0, from - DAY), until: until - DAY }))
  const own = (week[day] ?? []).map(({ from, until }) => ({ from, until: Math.min(until, DAY) }))
  return mergeRanges([...over, ...own])
}

function endAfter(
  rows: readonly (readonly { from: number; until: number }[])[],
  day: number,
): DayBar['goesOn'] {
  for (let ahead = 1; ahead <= 7; ahead += 1) {
    const weekday = (day + ahead) % 7
    const first = rows[weekday]?.[0]
    if (first?.from !== 0) return ahead === 1 ? null : { weekday: (weekday + 6) % 7, until: DAY }
    if (first.until < DAY) return { weekday, until: first.until }
  }
  return 'always'
}
