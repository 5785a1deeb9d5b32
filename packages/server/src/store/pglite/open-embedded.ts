import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Kysely, sql } from 'kysely'
import { COMMIT_STEPS } from '../commit-steps-sql.ts'
import type { Database } from '../database.ts'
import { DatabaseRefused } from '../database-refused.ts'
import { encodeSteps } from '../encode-steps.ts'
import type { JournalConnection } from '../journal-connection.ts'
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
    const session = await openPGliteSession(files, onLost)
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
    mkdirSync(directory, { recursive: true })
  } catch (cause) {
    throw new DatabaseRefused(
      'DIRECTORY_UNUSABLE',
      `The data directory ${directory} cannot be made: choose another with SHOPBELL_DATA, or give this user the right to write there.`,
      { cause },
    )
  }
  return lockDirectory(directory, join(directory, 'database.lock'))
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
  const close = async () => {
    await session.close()
    unlock()
  }
  let closed: Promise<void> | null = null
  return {
    kind: 'pglite',
    db: new Kysely<Schema>({ dialect: pgliteSessionDialect(session), plugins: [NAMING] }),
    journal: journalOn(session),
    durabilityNote: null,
    close: () => (closed ??= close()),
  }
}

function journalOn(session: PGliteSession): JournalConnection {
  return {
    maxBatch: MAX_BATCH,
    commit: async (steps) => {
      if (steps.length === 0) return new Set()
      const parameters = [encodeSteps(steps)]
      const release = await session.take()
      try {
        const { rows } = await session.query(COMMIT_STEPS, parameters)
        // The worker's border: the statement returns one column of ids.
        return new Set(rows.map((row) => (row as { readonly id: number }).id))
      } finally {
        release()
      }
    },
  }
}
