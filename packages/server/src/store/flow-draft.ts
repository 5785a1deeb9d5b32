import type { Tx } from './database.ts'

/** The one draft of a store's flow. `document` is canonical JSON text; `base` the version it began from. */
export interface DraftRow {
  readonly document: string
  readonly revision: number
  readonly base: number | null
  readonly savedAt: number
  readonly savedBy: string
}

const COLUMNS = [
  'document',
  'revision',
  'base',
  'savedAt',
  'savedBy',
] as const satisfies readonly (keyof DraftRow)[]

/** The store's draft; `'lock'` holds others off until the transaction ends, for publishing what was read. As the store. */
export async function draftOf(tx: Tx, storeId: number, hold?: 'lock'): Promise<DraftRow | null> {
  const row = await tx
    .selectFrom('flowDraft')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .$if(hold === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}

/** The draft's revision alone; null: there is none. As the store. */
export async function draftRevision(tx: Tx, storeId: number): Promise<number | null> {
  const row = await tx
    .selectFrom('flowDraft')
    .select('revision')
    .where('storeId', '=', storeId)
    .executeTakeFirst()
  return row?.revision ?? null
}

export interface DraftChange {
  readonly document: string
  readonly base: number | null
  readonly savedAt: number
  readonly savedBy: string
  /** The revision the change was made to, 0 where there was no draft; left out, whatever is there is replaced. */
  readonly expectedRevision?: number
}

/** Saves the draft with the next revision and returns it; null: it is no longer of the expected revision. As the store. */
export async function saveDraft(
  tx: Tx,
  storeId: number,
  { expectedRevision, ...kept }: DraftChange,
): Promise<DraftRow | null> {
  const row =
    expectedRevision === undefined
      ? await replaceDraft(tx, storeId, kept)
      : expectedRevision === 0
        ? await beginDraft(tx, storeId, kept)
        : await changeDraft(tx, storeId, kept, expectedRevision)
  return row ?? null
}

type KeptDraft = Omit<DraftChange, 'expectedRevision'>

function replaceDraft(tx: Tx, storeId: number, kept: KeptDraft) {
  return tx
    .insertInto('flowDraft')
    .values({ storeId, revision: 1, ...kept })
    .onConflict((conflict) =>
      conflict
        .column('storeId')
        .doUpdateSet((draft) => ({ ...kept, revision: draft('flowDraft.revision', '+', 1) })),
    )
    .returning(COLUMNS)
    .executeTakeFirst()
}

function beginDraft(tx: Tx, storeId: number, kept: KeptDraft) {
  return tx
    .insertInto('flowDraft')
    .values({ storeId, revision: 1, ...kept })
    .onConflict((conflict) => conflict.column('storeId').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
}

function changeDraft(tx: Tx, storeId: number, kept: KeptDraft, expectedRevision: number) {
  return tx
    .updateTable('flowDraft')
    .set((draft) => ({ ...kept, revision: draft('revision', '+', 1) }))
    .where('storeId', '=', storeId)
    .where('revision', '=', expectedRevision)
    .returning(COLUMNS)
    .executeTakeFirst()
}
