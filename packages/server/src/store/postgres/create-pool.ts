import { Pool } from 'pg'
import type { StoreLog } from '../store-log.ts'
import { connectionSettings, SERVER_LIMITS } from './connection-settings.ts'

export interface PoolOptions {
  readonly url: string
  readonly max: number
  readonly log: StoreLog
  /** Whether statements and waits for locks may be cut off; not while migrating. */
  readonly limits: boolean
}

/** A pool in which nothing waits for ever, and in which a lost connection is a log line. */
export function createPool({ url, max, log, limits }: PoolOptions): Pool {
  const pool = new Pool({ ...connectionSettings(url), max, ...(limits && SERVER_LIMITS) })
  pool.on('connect', (client) => {
    // A client that somebody works with has no listener of the pool's, and one that is cut off then would end the process. Whoever
    // works with it hears of it from the query.
    client.on('error', () => undefined)
  })
  pool.on('error', (error) => {
    log.warn({ error: error.message }, 'A connection to the database was lost; the next query opens another.')
  })
  return pool
}
