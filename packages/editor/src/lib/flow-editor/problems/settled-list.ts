import type { Problem } from '@shopbell/engine'

/** A row of the list; `fixed` rows are struck through and leave soon. */
export interface ProblemRow {
  readonly key: string
  readonly problem: Problem
  readonly fixed: boolean
}

export function keyOf({ code, at }: Problem): string {
  return `${code} ${at}`
}

/**
 * The rows after a check: those that are shown keep their places whatever the check's order, fixed ones are struck, and new ones
 * come at the end, unless they `wait` (half a word is no error, and nothing moves under the pointer).
 */
export function settleRows(
  shown: readonly ProblemRow[],
  found: readonly Problem[],
  waits: (problem: Problem) => boolean,
): readonly ProblemRow[] {
  const byKey = new Map(found.map((problem) => [keyOf(problem), problem]))
  const kept = shown.map((row) => {
    const problem = byKey.get(row.key)
    return problem ? { ...row, problem, fixed: false } : { ...row, fixed: true }
  })
  const known = new Set(shown.map(({ key }) => key))
  const fresh = [...byKey].filter(([key, problem]) => !known.has(key) && !waits(problem))
  return [...kept, ...fresh.map(([key, problem]) => ({ key, problem, fixed: false }))]
}

/** At rest: what is fixed is gone, errors come first. */
export function atRest(found: readonly Problem[]): readonly ProblemRow[] {
  const rows = new Map(
    found.map((problem) => [keyOf(problem), { key: keyOf(problem), problem, fixed: false }]),
  )
  return [...rows.values()].sort((a, b) => rank(a.problem) - rank(b.problem))
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1
}
