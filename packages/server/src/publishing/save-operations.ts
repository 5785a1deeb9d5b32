import { applyOperations, type FlowOperation } from '@shopbell/engine'
import type { DraftOperationsBody, DraftSaved } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import type { Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { batchesBetween, type BatchRow, findBatch, logBatch } from '../store/draft-log.ts'
import { type DraftRow, draftOf, saveDraft } from '../store/flow-draft.ts'
import { shownBatch } from './draft-batches.ts'
import { fitDraft } from './fit-draft.ts'
import type { FlowRefused } from './flow-refused.ts'
import { isTooDeep } from './is-too-deep.ts'
import type { Publishing } from './publishing.ts'

export interface DraftChange extends Omit<DraftOperationsBody, 'operations'> {
  readonly operations: readonly FlowOperation[]
}

type Kept = { readonly saved: BatchRow; readonly isNew: boolean } | Refused | FlowRefused

/**
 * Applies operations to the draft as its next revision, one batch after the other, whoever sends them. A batch that was saved
 * before changes nothing and is answered as it was then. The draft may get problems of meaning, never of shape or size: those are
 * refused and nothing changes. What an operation means to change may be gone; it then changes nothing and is saved all the same.
 */
export async function saveOperations(
  { database, clock, bus }: Publishing,
  actor: Actor,
  change: DraftChange,
): Promise<DraftSaved | Refused | FlowRefused> {
  const { storeId } = actor
  const deep = change.operations.findIndex((operation) => isTooDeep(operation))
  if (deep >= 0) return tooDeep(deep)

  const by = { savedBy: actor.name, savedAt: clock.now() }
  const answer = await doOnce(
    database,
    actor,
    async (tx) => {
      const kept = await keep(tx, storeId, change, by)
      if ('refused' in kept) return kept
      const { revision, base } = kept.saved
      const missed = await batchesBetween(tx, storeId, base + 1, revision - 1)
      return { saved: { revision, missed: missed.map(shownBatch) }, isNew: kept.isNew }
    },
    (done) => ('refused' in done ? done : done.saved),
  )
  if ('refused' in answer) return answer
  if (answer.isNew) bus.publish({ type: 'draft', storeId })
  return answer.saved
}

type By = Pick<DraftRow, 'savedBy' | 'savedAt'>

async function keep(tx: Tx, storeId: number, change: DraftChange, by: By): Promise<Kept> {
  const { batch, base, operations } = change
  // Locked: the next batch waits for this one's end, and so does the same one from another connection.
  const draft = await draftOf(tx, storeId, 'lock')
  if (draft === null) return { refused: 'NO_DRAFT' }
  const known = await findBatch(tx, storeId, batch)
  if (known !== null) return { saved: known, isNew: false }
  if (base > draft.revision) return { refused: 'DRAFT_MOVED' }

  const current: unknown = JSON.parse(draft.document)
  const applied = applyOperations(current, operations)
  const fit = fitDraft(applied.document)
  if (!fit.ok) return { refused: 'FLOW_UNREADABLE', problems: fit.problems }
  const moved = { ...by, document: fit.text, base: draft.base, expectedRevision: draft.revision }
  const row = await saveDraft(tx, storeId, moved)
  if (row === null) throw new Error('A draft moved on while it was locked.')
  const saved: BatchRow = {
    revision: row.revision,
    base,
    batch,
    operations,
    inverse: applied.inverses,
    savedBy: by.savedBy,
  }
  await logBatch(tx, storeId, saved)
  return { saved, isNew: true }
}

function tooDeep(place: number): FlowRefused {
  const message = 'This value is nested more deeply than a flow document can be.'
  const problem = {
    code: 'SHAPE',
    severity: 'error',
    at: `/operations/${String(place)}/value`,
    message,
  } as const
  return { refused: 'FLOW_UNREADABLE', problems: [problem] }
}
