import { kindOf } from '../blocks/registry.ts'
import { pointer, problem, type Problem } from '../flow/problem.ts'
import type { FlowDocument } from './flow-document.ts'

/** Finds entries and ports that lead nowhere, or to a block that does not exist (flow-format rule 2). */
export function linkProblems({ entries, blocks }: FlowDocument): readonly Problem[] {
  const found: Problem[] = []
  if (entries.reception === undefined) {
    found.push(
      problem(
        'ENTRY_MISSING',
        '/entries/reception',
        'The flow says not where the reception begins; name its first block.',
      ),
    )
  }
  for (const [entry, target] of Object.entries(entries)) {
    if (target !== undefined && !Object.hasOwn(blocks, target)) {
      found.push(
        problem(
          'LINK_BROKEN',
          pointer('entries', entry),
          `There is no block “${target}”; begin at one of this flow.`,
        ),
      )
    }
  }
  for (const [id, block] of Object.entries(blocks)) {
    for (const { at, label, target } of kindOf(block).ports(block)) {
      const place = pointer('blocks', id) + at
      if (target === undefined) {
        found.push(
          problem(
            'LINK_MISSING',
            place,
            `“${label}” of “${id}” leads nowhere, the buyer would wait for ever; connect it.`,
          ),
        )
      } else if (!Object.hasOwn(blocks, target)) {
        found.push(
          problem(
            'LINK_BROKEN',
            place,
            `“${label}” of “${id}” leads to “${target}”, which does not exist; connect it.`,
          ),
        )
      }
    }
  }
  return found
}
