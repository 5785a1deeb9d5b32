import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { PGliteSession } from './pglite-session.ts'

/** Kysely on a `PGliteSession`: PostgreSQL's SQL, one connection at a time. Closing the session is its owner's business. */
export function pgliteSessionDialect(session: PGliteSession): Dialect {
  return {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => sessionDriver(session),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function sessionDriver(session: PGliteSession): Driver {
  const releases = new WeakMap<DatabaseConnection, () => void>()
  const statement = (sql: string) => async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(sql))
  }
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const release = await session.take()
      const connection = sessionConnection(session)
      releases.set(connection, release)
      return connection
    },
    releaseConnection: async (connection) => releases.get(connection)?.(),
    beginTransaction: statement('begin'),
    commitTransaction: statement('commit'),
    rollbackTransaction: statement('rollback'),
    destroy: async () => undefined,
  }
}

function sessionConnection(session: PGliteSession): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
      const { rows, affected } = await session.query(sql, parameters).catch(tracedToHere)
      return {
        // Kysely's border: the rows have the type that the query's builder promised.
        rows: rows as R[], // eslint-disable-line @typescript-eslint/consistent-type-assertions
        ...(affected !== null && { numAffectedRows: BigInt(affected) }),
      }
    },
    streamQuery: () => {
      throw new Error('The embedded database gives whole results only: use execute.')
    },
  }
}

/** A failure comes from another thread: without this its stack would not say whose statement it was. */
function tracedToHere(error: unknown): never {
  if (error instanceof Error) Error.captureStackTrace(error, tracedToHere)
  throw error
}
