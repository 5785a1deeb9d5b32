import type { FlowOperation } from '@shopbell/engine'
import type { Tx } from './database.ts'

/** One batch of operations, as the draft's revision that it made. */
export interface BatchRow {
  readonly revision: number
  /** The revision that whoever wrote it had seen. */
  readonly base: number
  /** `<lane>.<n>` of the editor's outbox; null: an import or a publication. */
  readonly batch: string | null
  readonly operations: readonly FlowOperation[]
  /** What takes them back from the draft as they left it; null: not kept at that time. */
  readonly inverse: readonly FlowOperation[] | null
  readonly savedBy: string
}

const COLUMNS = [
  'revision',
  'base',
  'batch',
  'operations',
  'inverse',
  'savedBy',
] as const satisfies readonly (keyof BatchRow)[]

/** What is older than so many batches, or than so many characters of newer ones, is forgotten. */
const KEEP_BATCHES = 10_000
const KEEP_CHARACTERS = 4_194_304
/** Forgetting looks at the whole log, so not every batch does it. */
const FORGET_EVERY = 16

/** Writes the batch that made the draft's newest revision. As the store, with its draft locked. */
export async function logBatch(
  tx: Tx,
  storeId: number,
  { operations, inverse, ...batch }: BatchRow,
): Promise<void> {
  const texts = { operations: JSON.stringify(operations), inverse: inverse && JSON.stringify(inverse) }
  const newest = await tx
    .selectFrom('flowDraftOperation')
    .select('written')
    .where('storeId', '=', storeId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  const written = (newest?.written ?? 0) + texts.operations.length + (texts.inverse?.length ?? 0)
  await tx
    .insertInto('flowDraftOperation')
    .values({ storeId, ...batch, ...texts, written })
    .execute()
  if (batch.revision % FORGET_EVERY === 0) await forgetBatches(tx, storeId, batch.revision, written)
}

function forgetBatches(tx: Tx, storeId: number, newest: number, written: number) {
  return tx
    .deleteFrom('flowDraftOperation')
    .where('storeId', '=', storeId)
    .where((row) =>
      row.or([row('revision', '<=', newest - KEEP_BATCHES), row('written', '<', written - KEEP_CHARACTERS)]),
    )
    .execute()
}

/** The batch of this name; null: it was never saved, or so long ago that it is forgotten. As the store. */
export async function findBatch(tx: Tx, storeId: number, batch: string): Promise<BatchRow | null> {
  const row = await tx
    .selectFrom('flowDraftOperation')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('batch', '=', batch)
    .executeTakeFirst()
  return row ?? null
}

/** The batches of the revisions from `first` to `last`, in order. As the store. */
export function batchesBetween(
  tx: Tx,
  storeId: number,
  first: number,
  last: number,
): Promise<readonly BatchRow[]> {
  return tx
    .selectFrom('flowDraftOperation')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('revision', '>=', first)
    .where('revision', '<=', last)
    .orderBy('revision')
    .execute()
}
