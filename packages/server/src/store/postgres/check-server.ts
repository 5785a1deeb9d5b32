import { type Kysely, sql } from 'kysely'
import { DatabaseRefused } from '../database-refused.ts'

const OLDEST_SERVER = 150_000

/** Settings without which a committed row may be lost with the power, though the server says it is safe. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit']

interface ServerSettings {
  readonly version: string
  readonly number: number
  readonly encoding: string
  readonly unsafe: string | null
}

/** Refuses a PostgreSQL that cannot serve, and returns what one that can would lose in a power cut; null: nothing. */
export async function checkServer(db: Kysely<unknown>): Promise<string | null> {
  const { rows } = await sql<ServerSettings>`
    select
      current_setting('server_version') as version,
      current_setting('server_version_num')::integer as number,
      current_setting('server_encoding') as encoding,
      (select string_agg(name, ', ' order by name) from pg_settings
        where name = any(${DURABLE}) and setting = 'off') as unsafe`.execute(db)
  const [server] = rows
  if (server === undefined) throw new Error('The server did not describe itself.')
  if (server.number < OLDEST_SERVER) {
    throw new DatabaseRefused(
      'SERVER_TOO_OLD',
      `This is PostgreSQL ${server.version}; Shopbell needs 15 or newer.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseRefused(
      'SERVER_NOT_UTF8',
      `This database is encoded in ${server.encoding}; create one with: create database … encoding 'UTF8' template template0.`,
    )
  }
  if (server.unsafe === null) return null
  return `This PostgreSQL runs with ${server.unsafe} off: a power cut can lose what buyers were told is stored.`
}
