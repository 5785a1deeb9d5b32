import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { runAsStore } from './run-as.ts'
import type { Schema } from './schema.ts'

/** A shop. `epoch` changes when its conversations were restored from a backup. */
export type StoreRow = Readonly<Selectable<Schema['store']>>

export interface NewStore {
  readonly publicId: string
  readonly name: string
  readonly profile: string
  readonly timeZone: string
  readonly defaultLocale: string
  readonly brand?: string
  readonly allowedOrigins?: readonly string[]
  readonly epoch: string
  readonly at: number
}

/**
 * Creates a store in a transaction of its own, with what `fill` puts into it: the store is there with that, or not at all. Throws
 * where the public id is taken.
 */
export async function createStore(
  database: Database,
  { at, allowedOrigins = [], ...made }: NewStore,
  fill?: (tx: Tx, store: StoreRow) => Promise<void>,
): Promise<StoreRow> {
  const id = await drawStoreId(database)
  return runAsStore(database, id, async (tx) => {
    const store = await tx
      .insertInto('store')
      .values({ ...made, id, createdAt: at, allowedOrigins: JSON.stringify(allowedOrigins) })
      .returningAll()
      .executeTakeFirstOrThrow()
    await fill?.(tx, store)
    return store
  })
}

/** Changes settings of the store; what is left out stays. As the store. */
export function changeStore(
  tx: Tx,
  storeId: number,
  changes: Partial<Pick<StoreRow, 'name' | 'shownName' | 'timeZone' | 'defaultLocale' | 'avatar'>>,
): Promise<StoreRow> {
  return tx
    .updateTable('store')
    .set(changes)
    .where('id', '=', storeId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The store a widget or an address names. As the journal: nobody is signed in yet. */
export async function findStoreByPublicId(tx: Tx, publicId: string): Promise<StoreRow | null> {
  const row = await tx
    .selectFrom('store')
    .selectAll()
    .where('publicId', '=', publicId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The store with this key; null: there is none, or it is being removed. As the journal, or as the store itself. */
export async function storeById(tx: Tx, storeId: number): Promise<StoreRow | null> {
  const row = await tx
    .selectFrom('store')
    .selectAll()
    .where('id', '=', storeId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** Lets one change of the store's webhooks wait for the other. As the store. */
export async function lockStore(tx: Tx, storeId: number): Promise<void> {
  await tx.selectFrom('store').select('id').where('id', '=', storeId).forNoKeyUpdate().execute()
}

/** What these stores are called, by their keys. As the entrance, which may read nothing else of them. */
export async function storeNames(
  tx: Tx,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Pick<StoreRow, 'publicId' | 'name'>>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('store')
    .select(['id', 'publicId', 'name'])
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** All stores that are not being removed, oldest first: for the seed and the command line. As the journal. */
export function allStores(tx: Tx): Promise<readonly StoreRow[]> {
  return tx.selectFrom('store').selectAll().where('removedAt', 'is', null).orderBy('id').execute()
}

/** The store of a server that has one only; null: it has none, or several. As the journal. */
export async function onlyStore(tx: Tx): Promise<StoreRow | null> {
  const [only, other] = await tx
    .selectFrom('store')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('id')
    .limit(2)
    .execute()
  return other === undefined ? (only ?? null) : null
}

/** Says that what clients hold of this store's conversations may be wrong; each one gets `resync`. As the store. */
export async function setEpoch(tx: Tx, storeId: number, epoch: string): Promise<void> {
  await tx.updateTable('store').set({ epoch }).where('id', '=', storeId).execute()
}

/** Row-level security lets a store write only its own row, so its key is drawn before the row is. */
async function drawStoreId(database: Database): Promise<number> {
  return runAsStore(database, 0, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      select nextval(pg_get_serial_sequence('store', 'id')) as id`.execute(tx)
    const [row] = rows
    if (row === undefined) throw new Error('The sequence of stores gave no key.')
    return row.id
  })
}
