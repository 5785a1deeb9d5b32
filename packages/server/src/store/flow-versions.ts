import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** A published version, without its document. Published rows never change: the roles may only insert and read them. */
export interface FlowVersionRow {
  readonly version: number
  /** The behaviour hash (flow-format rule 3). */
  readonly hash: string
  readonly listVersion: string | null
  readonly note: string
  readonly publishedAt: number
  readonly publishedBy: string
  readonly live: boolean
}

/** With `document` as canonical JSON text, byte for byte what is exported. */
export interface FlowVersionWithDocument extends FlowVersionRow {
  readonly document: string
}

export type NewFlowVersion = Omit<FlowVersionWithDocument, 'version' | 'live'>

const COLUMNS = ['version', 'hash', 'listVersion', 'note', 'publishedAt', 'publishedBy'] as const

/** Publishes: the store's next number, and live at once. Others who publish wait for this transaction's end. As the store. */
export async function insertVersion(tx: Tx, storeId: number, made: NewFlowVersion): Promise<FlowVersionRow> {
  await holdVersions(tx, storeId)
  const published = await tx
    .insertInto('flowVersion')
    .values((row) => ({
      ...made,
      storeId,
      version: row
        .selectFrom('flowVersion')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next'))
        .where('storeId', '=', storeId),
    }))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  await setLive(tx, storeId, published.version)
  return { ...published, live: true }
}

/** Nobody else publishes until this transaction ends. As the store. */
export async function holdVersions(tx: Tx, storeId: number): Promise<void> {
  await tx.selectFrom('store').select('id').where('id', '=', storeId).forUpdate().executeTakeFirstOrThrow()
}

/** The number of the newest version, 0 where there is none. As the store. */
export async function latestVersionNumber(tx: Tx, storeId: number): Promise<number> {
  const { latest } = await tx
    .selectFrom('flowVersion')
    .select(sql<number>`coalesce(max(version), 0)`.as('latest'))
    .where('storeId', '=', storeId)
    .executeTakeFirstOrThrow()
  return latest
}

/** Makes another published version the live one; throws where it does not exist. As the store. */
export async function setLive(tx: Tx, storeId: number, version: number): Promise<void> {
  await tx.updateTable('store').set({ liveVersion: version }).where('id', '=', storeId).execute()
}

/** The store's live version number; null: nothing was ever published. */
export async function liveVersionNumber(tx: Tx, storeId: number): Promise<number | null> {
  const row = await tx.selectFrom('store').select('liveVersion').where('id', '=', storeId).executeTakeFirst()
  return row?.liveVersion ?? null
}

/** All published versions, newest first. */
export function versions(tx: Tx, storeId: number): Promise<readonly FlowVersionRow[]> {
  return ofStore(tx, storeId).orderBy('version', 'desc').execute()
}

/** One published version with its document. As the store, or as the journal. */
export async function versionByNumber(
  tx: Tx,
  storeId: number,
  version: number,
): Promise<FlowVersionWithDocument | null> {
  const row = await ofStore(tx, storeId).select('document').where('version', '=', version).executeTakeFirst()
  return row ?? null
}

/** The live version with its document; null: nothing was ever published. As the store, or as the journal. */
export async function liveVersion(tx: Tx, storeId: number): Promise<FlowVersionWithDocument | null> {
  const row = await ofStore(tx, storeId)
    .select('document')
    .whereRef('version', '=', 'store.liveVersion')
    .executeTakeFirst()
  return row ?? null
}

function ofStore(tx: Tx, storeId: number) {
  return tx
    .selectFrom('flowVersion')
    .innerJoin('store', 'store.id', 'flowVersion.storeId')
    .select(COLUMNS)
    .select((row) =>
      row(row.ref('version'), '=', row.fn.coalesce('store.liveVersion', sql<number>`0`))
        .$castTo<boolean>()
        .as('live'),
    )
    .where('flowVersion.storeId', '=', storeId)
}
