import type { Database } from './database.ts'
import { openEmbedded } from './pglite/open-embedded.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import { probePolicies } from './probe-policies.ts'
import type { StoreLog } from './store-log.ts'

export interface DatabaseOptions {
  /** `postgres://…`; left out, an embedded PGlite in `dataDirectory`. */
  readonly databaseUrl?: string | undefined
  /** Made where it does not exist. */
  readonly dataDirectory: string
  readonly log: StoreLog
  /** Called when the embedded database's thread has died: every query fails from then on, so end the process. */
  readonly onLost?: (error: Error) => void
}

/**
 * Opens, locks (the embedded database), migrates and probes; any number of servers may do so at once on one PostgreSQL. Throws a
 * `DatabaseRefused`, whose message says what to do, where it must not serve.
 */
export async function openDatabase({
  databaseUrl,
  dataDirectory,
  log,
  onLost = () => undefined,
}: DatabaseOptions): Promise<Database> {
  const lost = (error: Error) => {
    log.error({ error: error.message }, 'The embedded database has stopped.')
    onLost(error)
  }
  const database =
    databaseUrl === undefined
      ? await openEmbedded(dataDirectory, log, lost)
      : await openPostgres(databaseUrl, log)
  try {
    await probePolicies(database)
  } catch (error) {
    await database.close()
    throw error
  }
  if (database.durabilityNote !== null) log.warn({}, database.durabilityNote)
  return database
}
