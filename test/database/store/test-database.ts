import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import type { Database, Tx } from '../../../packages/server/src/store/database.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import type { StoreLog } from '../../../packages/server/src/store/store-log.ts'
import { newEmbeddedData } from '../../tools/embedded-data.ts'

/** Both databases: what is true of the store is tested on each. */
export const KINDS = ['pglite', 'postgres'] as const
export type Kind = (typeof KINDS)[number]

export const SILENT: StoreLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A new, empty database of its own, opened as a server opens it. */
export interface TestDatabase extends Database {
  /** Runs `work` with all rights, in a transaction that is committed: what an administrator could do to the database. */
  readonly asOwner: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Closes it and removes what it left. */
  readonly discard: () => Promise<void>
}

export async function openTestDatabase(kind: Kind, postgresUrl: string): Promise<TestDatabase> {
  return kind === 'pglite' ? openTestPGlite() : openTestPostgres(postgresUrl)
}

export function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'shopbell-store-'))
}

async function openTestPGlite(): Promise<TestDatabase> {
  const dataDirectory = await newEmbeddedData('shopbell-store-')
  const database = await openDatabase({ dataDirectory, log: SILENT })
  return {
    ...database,
    asOwner: (work) =>
      database.db.transaction().execute(async (tx) => {
        await sql`set local role postgres`.execute(tx)
        return work(tx)
      }),
    discard: async () => {
      await database.close()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function openTestPostgres(postgresUrl: string): Promise<TestDatabase> {
  const { url, drop } = await createPostgresDatabase(postgresUrl)
  const database = await openDatabase({ databaseUrl: url, dataDirectory: '', log: SILENT })
  return {
    ...database,
    asOwner: (work) => database.db.transaction().execute(work),
    discard: async () => {
      await database.close()
      await drop()
    },
  }
}

/** An empty database in the suites' PostgreSQL. */
export async function createPostgresDatabase(
  postgresUrl: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const name = `store_${randomBytes(8).toString('hex')}`
  await administer(postgresUrl, `create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(postgresUrl, `drop database ${name} with (force)`) }
}

/** One statement with an administrator's rights, on a connection of its own. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
