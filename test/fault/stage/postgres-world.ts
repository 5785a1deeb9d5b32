import { Client } from 'pg'
import { createLog } from '../../../packages/server/src/observability/create-log.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { type Postgres, startPostgres } from '../../tools/start-postgres.ts'
import { type FaultProxy, openFaultProxy } from '../link/fault-proxy.ts'
import type { Backing, Watch } from './backing.ts'
import { readSnapshot } from './read-snapshot.ts'
import { FAULT_STORE, seedShop } from './seed-shop.ts'

/** One private PostgreSQL for many blocks of rounds; each block gets a copy of a seeded database. */
export interface PostgresWorld {
  readonly postgres: Postgres
  /** What stands between the nodes and PostgreSQL. */
  readonly link: FaultProxy
  readonly newBacking: () => Promise<Backing>
  readonly close: () => Promise<void>
}

const TEMPLATE = 'fault_template'

export async function openPostgresWorld(): Promise<PostgresWorld> {
  // With fsync: what we publish is how a shop would run it.
  const postgres = await startPostgres({ fsync: true })
  const link = await openFaultProxy()
  link.lead(postgres.port)
  await query(postgres.url(), `create database ${TEMPLATE}`)
  const database = await openDatabase({
    databaseUrl: postgres.url(TEMPLATE),
    dataDirectory: '',
    log: createLog('silent'),
  })
  const apiToken = await seedShop(database)
  await database.close()

  let made = 0
  return {
    postgres,
    link,
    newBacking: async () => {
      made += 1
      const name = `fault_${String(made)}`
      const url = postgres.url(name)
      await query(postgres.url(), `create database ${name} template ${TEMPLATE}`)
      const throughLink = new URL(url)
      throughLink.port = String(link.port)
      return {
        environment: { DATABASE_URL: throughLink.href },
        apiToken,
        watch: watchOf(url),
        snapshot: () => readSnapshot(async (sql) => String((await query(url, sql))[0]?.['snapshot'])),
        remove: async () => {
          await query(postgres.url(), `drop database ${name} with (force)`)
        },
      }
    },
    close: async () => {
      await link.close()
      await postgres.stop()
    },
  }
}

function watchOf(url: string): Watch {
  const run: Watch['run'] = (sql) => query(url, sql)
  return {
    run,
    timersWaiting: async () => {
      const [row] = await run(
        `select count(*) as waiting from timer join store on store.id = store_id where public_id = '${FAULT_STORE}'`,
      )
      return Number(row?.['waiting'])
    },
    heads: async () => {
      const rows = await run('select public_id, head from conversation')
      return new Map(rows.map((row) => [String(row['public_id']), Number(row['head'])]))
    },
  }
}

/** On a connection of its own, which no earlier fault can have touched. */
async function query(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(sql)
    return rows
  } finally {
    await client.end()
  }
}
