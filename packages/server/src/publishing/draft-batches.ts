import type { DraftBatch, DraftBatches } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Refused } from '../reception/refused.ts'
import { batchesBetween, type BatchRow } from '../store/draft-log.ts'
import { draftRevision } from '../store/flow-draft.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Publishing } from './publishing.ts'

/** A batch as clients get it. */
export function shownBatch({ revision, base, batch, operations, savedBy }: BatchRow): DraftBatch {
  const lane = batch === null ? '' : batch.slice(0, batch.lastIndexOf('.'))
  return { revision, base, by: savedBy, lane, operations: [...operations] }
}

/** What was saved after a revision, in order. */
export async function readBatches(
  { database }: Pick<Publishing, 'database'>,
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
