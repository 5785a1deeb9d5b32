import type { OutlineRow } from '../outline-rows.ts'

/** The rows that no folded row hides. */
export function visibleRows(rows: readonly OutlineRow[], folded: ReadonlySet<string>): readonly OutlineRow[] {
  let hiddenBelow = Number.POSITIVE_INFINITY
  return rows.filter((row) => {
    if (row.level > hiddenBelow) return false
    hiddenBelow = folded.has(row.key) ? row.level : Number.POSITIVE_INFINITY
    return true
  })
}

/** The row above that a row stands inside of; -1 at the left edge. */
export function parentOf(rows: readonly OutlineRow[], at: number): number {
  const level = rows[at]?.level ?? 1
  return rows.slice(0, at).findLastIndex((row) => row.level < level)
}
