import type { DraftBatch, DraftBatches } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Refused } from '../reception/refused.ts'
import { batchesBetween, type BatchRow } from '../store/draft-log.ts'
import { draftRevision } from '../store/flow-draft.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Publishing } from './publishing.ts'

type Needed = Pick<Publishing, 'database'>

/** A page of what somebody who follows the draft has not seen. */
const PAGE = 20

/** A batch as clients get it. */
export function shownBatch({ revision, base, batch, operations, savedBy }: BatchRow): DraftBatch {
  const lane = batch === null ? '' : batch.slice(0, batch.lastIndexOf('.'))
  return { revision, base, by: savedBy, lane, operations: [...operations] }
}

/** What was saved after a revision, in order. */
export async function readBatches(
  { database }: Needed,
  { storeId }: Actor,
  after: number,
): Promise<DraftBatches | Refused> {
  return runAsStore(database, storeId, async (tx) => {
    const revision = await draftRevision(tx, storeId)
    if (revision === null) return { refused: 'NO_DRAFT' }
    const rows = await batchesBetween(tx, storeId, after + 1, revision)
    return { revision, batches: rows.map(shownBatch) }
  })
}

/**
 * The next batches for somebody who has seen those up to `after`, at most a page; null for who follows from now on: the newest
 * one, so that what was saved while they began is not missed. Null where there is no draft.
 */
export async function followBatches(
  { database }: Needed,
  storeId: number,
  after: number | null,
): Promise<DraftBatches | null> {
  return runAsStore(database, storeId, async (tx) => {
    const revision = await draftRevision(tx, storeId)
    if (revision === null) return null
    const seen = after ?? revision - 1
    const rows = await batchesBetween(tx, storeId, seen + 1, Math.min(revision, seen + PAGE))
    return { revision: Math.min(revision, seen + PAGE), batches: rows.map(shownBatch) }
  })
}
