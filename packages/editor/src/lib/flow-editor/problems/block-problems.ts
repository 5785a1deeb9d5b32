import type { Problem } from '@shopbell/engine'
import { problemBlock } from '../problem-block.ts'

/** The problems of a block and of its texts, for its badge. */
export function blockProblems(problems: readonly Problem[], block: string): readonly Problem[] {
  return problems.filter(({ at }) => problemBlock(at) === block)
}
