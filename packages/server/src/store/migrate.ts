import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { DatabaseRefused } from './database-refused.ts'
import { MIGRATIONS } from './migrations/migrations.ts'

/**
 * Brings the database to this version's schema, all of it or nothing, and returns the names of the migrations that ran. Many
 * servers may do it at once: they queue for an advisory lock. Needs the connecting user's own rights.
 */
export async function migrate(db: Kysely<unknown>): Promise<readonly string[]> {
  await refuseTheFuture(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return results.map(({ migrationName }) => migrationName)
}

/** A newer version has been here: its rows may mean what this one does not know. */
async function refuseTheFuture(db: Kysely<unknown>): Promise<void> {
  const { rows: asked } = await sql<{ begun: boolean }>`
    select to_regclass('kysely_migration') is not null as begun`.execute(db)
  if (asked[0]?.begun !== true) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const unknown = rows.map(({ name }) => name).filter((name) => !(name in MIGRATIONS))
  if (unknown.length === 0) return
  throw new DatabaseRefused(
    'FROM_THE_FUTURE',
    `This database was migrated by a newer version (${unknown.join(', ')}): start that version or a later one.`,
  )
}
