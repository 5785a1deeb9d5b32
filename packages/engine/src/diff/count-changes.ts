import type { FlowDiff } from '@shopbell/protocol'

/** The blocks that differ: came, went, are set, linked or worded in another way. */
export function changedBlocks({ blocks, links, texts, lists }: FlowDiff): ReadonlySet<string> {
  const named = [...blocks, ...links, ...texts, ...lists].map(({ block }) => block)
  return new Set(named.filter((block) => block !== null))
}

/** How many places differ: a block with all that belongs to it is one, and so is every entry and every setting of the flow. */
export function countChanges(diff: FlowDiff): number {
  const entries = diff.links.filter(({ block }) => block === null)
  return changedBlocks(diff).size + entries.length + diff.settings.length
}
