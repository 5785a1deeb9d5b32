import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Moves whenever a transaction that changed the store's row commits; two that are equal are the same row. */
export type StoreVersion = string

/**
 * Makes the store's version move with this transaction, for changes that leave its row as it is: settings and the catalogue are kept
 * elsewhere. The last thing a transaction does, because others that change the store wait for its end. As the store.
 */
export async function moveStoreVersion(tx: Tx, storeId: number): Promise<void> {
  await sql`update store set name = name where id = ${storeId}`.execute(tx)
}

/** The versions of these stores, without those that are gone. As the journal. */
export async function storeVersions(
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StoreVersion>> {
  // The database keeps for each row which transaction wrote it. Settings themselves are not for the journal’s eyes.
  const { rows } = await sql<{ id: number; version: StoreVersion }>`
    select id, xmin::text as version from store
    where id in (select value::bigint from json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(
    tx,
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}
