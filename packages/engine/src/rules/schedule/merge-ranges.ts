import type { DayRange } from '@shopbell/protocol'

/** The same minutes with as few ranges as it takes, in order: what overlaps or touches becomes one (SCH-06). */
export function mergeRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = []
  for (const { from, until } of ranges.toSorted((a, b) => a.from - b.from || a.until - b.until)) {
    if (until <= from) continue
    const last = merged.at(-1)
    if (last !== undefined && from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, until) }
    } else merged.push({ from, until })
  }
  return merged
}
