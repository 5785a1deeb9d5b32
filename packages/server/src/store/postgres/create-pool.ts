import { Pool, type ClientBase, types } from 'pg'
import type { StoreLog } from '../store-log.ts'

/** https://www.postgresql.org/docs/15/catalog-pg-type.html */
const INT8 = 20
const DATE = 1082

/** int8 as number and date as text, as the embedded database reads them (see `open-pglite.ts`). */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && oid === INT8) return Number
  if (format !== 'binary' && oid === DATE) return (text: string) => text
  return types.getTypeParser(oid, format)
}

export interface PoolOptions {
  readonly url: string
  readonly max: number
  readonly log: StoreLog
  /** Whether statements and waits for locks may be cut off; not while migrating. */
  readonly limits: boolean
  /** Runs on every new connection before anybody gets it; a connection on which it fails is thrown away. */
  readonly prepare?: (client: ClientBase) => Promise<unknown>
}

/** A pool in which nothing waits for ever, and in which a lost connection is a log line. */
export function createPool({ url, max, log, limits, prepare }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'shopbell',
    types: { getTypeParser },
    ...(limits && {
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    }),
  })
  if (prepare !== undefined) pool.options.onConnect = prepare
  pool.on('error', (error) => {
    log.warn({ error: error.message }, 'A connection to the database was lost; the next query opens another.')
  })
  return pool
}
