import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type { Database } from '../database.ts'
import { DatabaseRefused } from '../database-refused.ts'
import { sqlStateOf } from '../failure.ts'
import { migrate } from '../migrate.ts'
import { NAMING } from '../naming.ts'
import { provideRoles } from '../provide-roles.ts'
import type { Schema } from '../schema.ts'
import type { StoreLog } from '../store-log.ts'
import { checkServer } from './check-server.ts'
import { createPool } from './create-pool.ts'
import { openPostgresJournal } from './open-postgres-journal.ts'

/** Connections for consoles and cold loads; the journal has its own. PostgreSQL's usual 100 carry nine nodes. */
const POOL_SIZE = 10

/** Checks, migrates and opens a PostgreSQL. */
export async function openPostgres(url: string, log: StoreLog): Promise<Database> {
  const durabilityNote = await prepareServer(url, log)
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: createPool({ url, max: POOL_SIZE, log, limits: true }) }),
    plugins: [NAMING],
  })
  const node = randomUUID()
  const { journal, close: closeJournal } = openPostgresJournal(url, node, log)
  const close = async () => {
    await closeJournal()
    await db.destroy()
  }
  let closed: Promise<void> | null = null
  return { kind: 'postgres', node, db, journal, durabilityNote, close: () => (closed ??= close()) }
}

/** On a connection of its own, with the connecting user's rights and without limits: ten servers may wait here for the first. */
async function prepareServer(url: string, log: StoreLog): Promise<string | null> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: createPool({ url, max: 1, log, limits: false }) }),
  })
  try {
    const durabilityNote = await checkServer(db)
    await provideRoles(db)
    const migrations = await migrate(db)
    if (migrations.length > 0) log.info({ migrations }, 'The database was migrated.')
    return durabilityNote
  } catch (error) {
    throw error instanceof DatabaseRefused ? error : (unreachable(error) ?? error)
  } finally {
    await db.destroy()
  }
}

/** The message never holds the address: it may contain a password. */
function unreachable(cause: unknown): DatabaseRefused | null {
  const state = sqlStateOf(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const refusedByServer = ['28', '3D', '08', '53', '57'].includes(state.slice(0, 2))
  const neverAnswered = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'ECONNRESET',
    'ENOENT',
  ].includes(code)
  const timedOut = cause instanceof Error && cause.message.includes('timeout')
  if (!refusedByServer && !neverAnswered && !timedOut) return null
  return new DatabaseRefused(
    'SERVER_UNREACHABLE',
    `PostgreSQL cannot be reached (${state || code || 'no answer within 5 seconds'}): check DATABASE_URL, and that the server runs and lets this user into this database.`,
    { cause },
  )
}
