import type { FlowOperation } from '@shopbell/engine'
import type { Tx } from '../store/database.ts'
import { logBatch } from '../store/draft-log.ts'
import { type DraftRow, draftOf, saveDraft } from '../store/flow-draft.ts'

/**
 * Puts another document in the draft's place. To editors who have it open it is one batch like any other, so what they have not
 * saved yet stays on top. As the store.
 */
export async function replaceDraft(
  tx: Tx,
  storeId: number,
  kept: Omit<DraftRow, 'revision'>,
): Promise<DraftRow> {
  const before = await draftOf(tx, storeId, 'lock')
  const draft = await saveDraft(tx, storeId, kept)
  if (draft === null) throw new Error('A draft that replaces whatever is there was not saved.')
  if (before !== null) {
    const [from, to] = [readObject(before.document), readObject(kept.document)]
    const { revision, savedBy } = draft
    await logBatch(tx, storeId, {
      revision,
      base: before.revision,
      batch: null,
      operations: replacing(from, to),
      inverse: replacing(to, from),
      savedBy,
    })
  }
  return draft
}

/** The operations that make one document of another, by their top-level keys. */
function replacing(from: object, to: object): FlowOperation[] {
  const old = new Map<string, unknown>(Object.entries(from))
  const changed = Object.entries(to).filter(
    ([key, value]) => JSON.stringify(old.get(key)) !== JSON.stringify(value),
  )
  const gone = [...old.keys()].filter((key) => !(key in to))
  return [
    ...gone.map((key): FlowOperation => ({ op: 'drop', at: [key] })),
    ...changed.map(([key, value]: [string, unknown]): FlowOperation => ({ op: 'put', at: [key], value })),
  ]
}

function readObject(document: string): object {
  const value: unknown = JSON.parse(document)
  if (typeof value !== 'object' || value === null) throw new Error('A saved draft is no flow document.')
  return value
}
