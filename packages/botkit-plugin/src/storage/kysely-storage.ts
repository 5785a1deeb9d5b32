import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { BotStorage, StoredItem } from '../botkit.ts'

/** BotBuilder's storage in a table of a database. */
export interface KyselyStorage extends BotStorage {
  readonly delete: (keys: string[]) => Promise<void>
  /** Writes what is not there yet, all or nothing: of two processes that write a key for the first time one is refused. */
  readonly insert: (changes: Record<string, StoredItem>) => Promise<void>
  /** Makes the table where it is not there yet. */
  readonly createTable: () => Promise<void>
}

/** `item` is JSON without its eTag. */
interface Tables {
  readonly botkit_state: { readonly key: string; readonly item: string; readonly etag: string }
}

/** What every bot of BotBuilder writes over whatever is stored. */
const WHATEVER = '*'

/**
 * BotBuilder's `Storage` in the table `botkit_state` of a PostgreSQL or SQLite that Kysely speaks to, so that several processes of a bot
 * share their conversations. All changes of one `write` are made, or none: it rejects where an item has another `eTag` than the one
 * it was read with, and nothing is lost of what somebody else wrote.
 */
export function kyselyStorage<Database>(database: Kysely<Database>): KyselyStorage {
  // Kysely's border: whatever other tables its owner named, this one is ours.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a generic database has no table by name
  const db = database as unknown as Kysely<Tables>
  return {
    read: async (keys) => {
      if (keys.length === 0) return {}
      const rows = await db
        .selectFrom('botkit_state')
        .select(['key', 'item', 'etag'])
        .where('key', 'in', keys)
        .execute()
      return Object.fromEntries(rows.map(({ key, item, etag }) => [key, { ...parsed(item), eTag: etag }]))
    },
    write: (changes) =>
      db.transaction().execute(async (tx) => {
        for (const [key, item] of inOneOrder(changes)) await writeOne(tx, key, item)
      }),
    insert: (changes) =>
      db.transaction().execute(async (tx) => {
        for (const [key, item] of inOneOrder(changes)) await insertOne(tx, key, item)
      }),
    delete: async (keys) => {
      if (keys.length === 0) return
      await db.deleteFrom('botkit_state').where('key', 'in', keys).execute()
    },
    createTable: async () => {
      const create = () =>
        db.schema
          .createTable('botkit_state')
          .ifNotExists()
          .addColumn('key', 'text', (column) => column.primaryKey())
          .addColumn('item', 'text', (column) => column.notNull())
          .addColumn('etag', 'text', (column) => column.notNull())
          .execute()
      // Of two processes that find no table at once PostgreSQL refuses one; for that one it is there now.
      await create().catch(create)
    },
  }
}

/** So that two who write the same items do not wait for each other for ever. */
function inOneOrder(changes: Record<string, StoredItem>): readonly (readonly [string, StoredItem])[] {
  return Object.entries(changes).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

function storedOf({ eTag: _, ...item }: StoredItem): { readonly item: string; readonly etag: string } {
  return { item: JSON.stringify(item), etag: randomUUID() }
}

async function insertOne(tx: Transaction<Tables>, key: string, item: StoredItem): Promise<void> {
  const { numInsertedOrUpdatedRows: rows } = await tx
    .insertInto('botkit_state')
    .values({ key, ...storedOf(item) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow()
  if (rows !== 1n) throw conflictOn(key)
}

async function writeOne(tx: Transaction<Tables>, key: string, item: StoredItem): Promise<void> {
  const stored = storedOf(item)
  const { eTag: expected } = item
  if (expected === undefined || expected === WHATEVER) {
    await tx
      .insertInto('botkit_state')
      .values({ key, ...stored })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(stored))
      .execute()
    return
  }
  const { numUpdatedRows } = await tx
    .updateTable('botkit_state')
    .set(stored)
    .where('key', '=', key)
    .where('etag', '=', expected)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw conflictOn(key)
}

function conflictOn(key: string): Error {
  return new Error(
    `eTag conflict: “${key}” was written by somebody else. Read it again and repeat the change.`,
  )
}

function parsed(text: string): object {
  const item: unknown = JSON.parse(text)
  return typeof item === 'object' && item !== null ? item : {}
}
