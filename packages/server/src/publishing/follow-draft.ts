import type { ConsoleEditors, DraftBatch } from '@shopbell/protocol'
import { batchesBetween } from '../store/draft-log.ts'
import { draftRevision } from '../store/flow-draft.ts'
import { runAsStore } from '../store/run-as.ts'
import { shownBatch } from './draft-batches.ts'
import { otherEditors } from './draft-editors.ts'
import type { Publishing } from './publishing.ts'

/** What an editor has not seen yet, as of one moment. */
export interface DraftNews {
  /** The next batches in order, at most a page. */
  readonly batches: readonly DraftBatch[]
  /** Up to here they go; null where there is no draft. */
  readonly revision: number | null
  readonly others: ConsoleEditors['editors']
}

/** Batches may be as large as a document. */
const PAGE = 20

/**
 * The news for an editor who has seen the draft up to `after`; null for one who follows from now on: the newest batch, so that what
 * was saved while they began is not missed.
 */
export function followDraft(
  { database, clock }: Omit<Publishing, 'bus'>,
  storeId: number,
  { after, own }: { readonly after: number | null; readonly own: string },
): Promise<DraftNews> {
  return runAsStore(database, storeId, async (tx) => {
    const others = await otherEditors(tx, { clock, storeId, own })
    const newest = await draftRevision(tx, storeId)
    if (newest === null) return { batches: [], revision: null, others }
    const seen = after ?? newest - 1
    const revision = Math.min(newest, seen + PAGE)
    const rows = await batchesBetween(tx, storeId, seen + 1, revision)
    return { batches: rows.map(shownBatch), revision, others }
  })
}
