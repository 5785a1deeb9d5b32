import type { Tx } from '../store/database.ts'
import { logBatch } from '../store/draft-log.ts'
import { type DraftRow, saveDraft } from '../store/flow-draft.ts'

/**
 * Gives a locked draft its next revision without another word in it, because what is live has changed: who looks at the old revision
 * finds out when publishing. As the store.
 */
export async function moveDraftOn(
  tx: Tx,
  storeId: number,
  { revision, document, savedAt, savedBy, base }: DraftRow,
  by: { readonly name: string; readonly base?: number },
): Promise<void> {
  const kept = { document, savedAt, savedBy, base: by.base ?? base, expectedRevision: revision }
  const moved = await saveDraft(tx, storeId, kept)
  if (moved === null) throw new Error('A draft moved on while it was locked.')
  await logBatch(tx, storeId, {
    revision: moved.revision,
    base: revision,
    batch: null,
    operations: [],
    inverse: [],
    savedBy: by.name,
  })
}
