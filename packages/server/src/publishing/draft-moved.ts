import { applyOperations, diffFlows, readFlow } from '@shopbell/engine'
import type { DraftMoved, FlowDiff } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { type BatchRow, batchesBetween } from '../store/draft-log.ts'
import type { DraftRow } from '../store/flow-draft.ts'

/** The draft is no longer of the revision that was meant; `moved` says who changed what since. */
export interface DraftMovedRefusal extends Refused {
  readonly moved: DraftMoved
}

/** Refuses what was meant for an older revision of this draft, with what changed since (PUB-08). As the store. */
export async function draftMoved(
  tx: Tx,
  storeId: number,
  draft: DraftRow,
  since: number,
): Promise<DraftMovedRefusal> {
  const batches = await batchesBetween(tx, storeId, since + 1, draft.revision)
  const by = [...new Set(batches.map(({ savedBy }) => savedBy))]
  const diff = batches.length === draft.revision - since ? diffSince(draft, batches) : null
  return { refused: 'DRAFT_MOVED', moved: { revision: draft.revision, by, diff } }
}

/** Takes the batches back, newest first, and compares; null where the log is too old to say how. */
function diffSince({ document }: DraftRow, batches: readonly BatchRow[]): FlowDiff | null {
  const inverses = batches.toReversed().map(({ inverse }) => inverse)
  if (inverses.includes(null)) return null
  const current: unknown = JSON.parse(document)
  const before = readFlow(
    applyOperations(
      current,
      inverses.flatMap((inverse) => inverse ?? []),
    ).document,
  )
  const after = readFlow(current)
  return before.ok && after.ok ? diffFlows(before.document, after.document) : null
}
