import type { Problem } from '@shopbell/engine'
import { problemBlock } from '../problem-block.ts'

/** A list of problems is sorted by block once, however many badges ask. */
const sorted = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>()

/** The problems of a block and of its texts, for its badge. */
export function blockProblems(problems: readonly Problem[], block: string): readonly Problem[] {
  return byBlock(problems).get(block) ?? []
}

function byBlock(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const known = sorted.get(problems)
  if (known) return known
  const found = new Map<string, Problem[]>()
  for (const problem of problems) {
    const block = problemBlock(problem.at)
    if (block === null) continue
    const list = found.get(block)
    if (list) list.push(problem)
    else found.set(block, [problem])
  }
  sorted.set(problems, found)
  return found
}
