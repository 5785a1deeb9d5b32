import type { FlowDocument, Problem } from '@shopbell/engine'
import { problemBlock } from '../problem-block.ts'

/**
 * The problems that a conversation can show: those of a block that the reception comes to. An endless circle lets nothing be played.
 */
export function playableProblems(
  { entries, blocks }: Pick<FlowDocument, 'entries' | 'blocks'>,
  problems: readonly Problem[],
): ReadonlySet<Problem> {
  const isStuck = problems.some(({ code }) => code === 'CYCLE_ENDLESS')
  if (isStuck || entries.reception === undefined) return new Set()
  const islands = new Set(
    problems.filter(({ code }) => code === 'BLOCK_UNREACHABLE').map(({ at }) => problemBlock(at)),
  )
  return new Set(
    problems.filter(({ at }) => {
      const block = problemBlock(at)
      return block !== null && Object.hasOwn(blocks, block) && !islands.has(block)
    }),
  )
}
