import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Kysely, sql } from 'kysely'
import { commitSteps } from '../commit-steps.ts'
import type { Database } from '../database.ts'
import { DatabaseRefused } from '../database-refused.ts'
import { migrate } from '../migrate.ts'
import { NAMING } from '../naming.ts'
import { provideRoles } from '../provide-roles.ts'
import type { Schema } from '../schema.ts'
import type { StoreLog } from '../store-log.ts'
import { initialiseDirectory } from './initialise-directory.ts'
import { lockDirectory } from './lock-directory.ts'
import { openPGliteSession } from './open-pglite-session.ts'
import { pgliteSessionDialect } from './pglite-session-dialect.ts'
import type { PGliteSession } from './pglite-session.ts'

/** One statement holds the only connection: this many steps take about 2 ms of it (docs/performance.md). */
const MAX_BATCH = 32

/** Buyers' words and password hashes are nobody else's on a shared machine. */
const OWNER_ONLY = 0o700

/** Opens the embedded database in `dataDirectory`, alone, and migrates it. */
export async function openEmbedded(
  dataDirectory: string,
  log: StoreLog,
  onLost: (error: Error) => void,
): Promise<Database> {
  const directory = resolve(dataDirectory)
  const unlock = lockNewOrKnown(directory)
  try {
    const files = join(directory, 'database')
    await initialiseDirectory(files)
    const session = await openPGliteSession(files, onLost).catch((cause: unknown) => {
      throw damaged(directory, cause)
    })
    try {
      await prepare(session, log)
      return databaseOn(session, unlock)
    } catch (error) {
      await session.close()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function lockNewOrKnown(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true, mode: OWNER_ONLY })
  } catch (cause) {
    throw new DatabaseRefused(
      'DIRECTORY_UNUSABLE',
      `The data directory ${directory} cannot be made: choose another with SHOPBELL_DATA, or give this user the right to write there.`,
      { cause },
    )
  }
  return lockDirectory(directory, join(directory, 'database.lock'))
}

function damaged(directory: string, cause: unknown): DatabaseRefused {
  return new DatabaseRefused(
    'DIRECTORY_UNUSABLE',
    `The embedded database in ${directory} cannot be opened: its files are damaged, or another version's. Nothing was changed; put a copy of the directory from a backup in its place, or choose another with SHOPBELL_DATA.`,
    { cause },
  )
}

/** Migrates as the superuser PGlite starts with, then rests in the weakest role that can commit: nothing runs as more by oversight. */
async function prepare(session: PGliteSession, log: StoreLog): Promise<void> {
  const db = new Kysely<unknown>({ dialect: pgliteSessionDialect(session) })
  await provideRoles(db)
  const migrations = await migrate(db)
  if (migrations.length > 0) log.info({ migrations }, 'The database was migrated.')
  await sql`set role shopbell_journal`.execute(db)
}

function databaseOn(session: PGliteSession, unlock: () => void): Database {
  const db = new Kysely<Schema>({ dialect: pgliteSessionDialect(session), plugins: [NAMING] })
  const close = async () => {
    await session.close()
    unlock()
  }
  let closed: Promise<void> | null = null
  return {
    kind: 'pglite',
    node: null,
    db,
    journal: { maxBatch: MAX_BATCH, commit: (steps) => commitSteps(db, steps) },
    durabilityNote: null,
    close: () => (closed ??= close()),
  }
}
