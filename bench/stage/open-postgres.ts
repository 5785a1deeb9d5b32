import { Client } from 'pg'
import { startPostgres } from '../../test/tools/start-postgres.ts'
import { familyProcessorUs, parentOf } from '../process/processor-time.ts'

/** A PostgreSQL of the bench's own, with fsync as it has to be. */
export interface BenchPostgres {
  readonly version: string
  /** The address of a new, empty database. */
  readonly newDatabase: () => Promise<string>
  /** Processor time of all its processes so far, in microseconds. */
  readonly processorUs: () => number
  /** How much write-ahead log was ever written, in bytes. */
  readonly walBytes: () => Promise<number>
  readonly stop: () => Promise<void>
}

export async function openPostgres(environment: Readonly<Record<string, string>>): Promise<BenchPostgres> {
  const postgres = await startPostgres({ fsync: true, environment })
  const client = new Client({ connectionString: postgres.url() })
  await client.connect()
  const ask = async (query: string): Promise<string> => {
    const { rows } = await client.query<{ readonly answer: unknown }>(query)
    return String(rows[0]?.answer)
  }
  const pid = parentOf(Number(await ask('select pg_backend_pid() as answer')))
  let databases = 0
  return {
    version: await ask(`select current_setting('server_version') as answer`),
    newDatabase: async () => {
      const name = `bench_${String(++databases)}`
      await client.query(`create database ${name}`)
      return postgres.url(name)
    },
    processorUs: () => familyProcessorUs(pid),
    walBytes: async () => Number(await ask(`select pg_current_wal_lsn() - '0/0'::pg_lsn as answer`)),
    stop: async () => {
      await client.end()
      await postgres.stop()
    },
  }
}
