import { type ClientConfig, types } from 'pg'

/** https://www.postgresql.org/docs/15/catalog-pg-type.html */
const INT8 = 20
const DATE = 1082

/** int8 as number and date as text, as the embedded database reads them (see `open-pglite.ts`). */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && oid === INT8) return Number
  if (format !== 'binary' && oid === DATE) return (text: string) => text
  return types.getTypeParser(oid, format)
}

/** What every connection to a PostgreSQL is opened with: values read alike, and no wait for a server that does not answer. */
export function connectionSettings(url: string): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: 'shopbell',
    types: { getTypeParser },
  }
}

/** How long the server itself lets a statement run, wait for a lock, or a transaction rest. Not while migrating. */
export const SERVER_LIMITS = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
} satisfies ClientConfig
