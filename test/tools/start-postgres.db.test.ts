import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Postgres, startPostgres } from './start-postgres.ts'

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres({ fsync: true })
})
afterAll(() => postgres.stop())

async function ask(sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: postgres.url() })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

test('it answers, in UTF-8 and with fsync as asked', async () => {
  expect(await ask(`select current_setting('server_encoding'), current_setting('fsync'), '铃'`)).toEqual([
    'UTF8',
    'on',
    '铃',
  ])
})

test('what was committed survives a kill of all its processes, on the same port', async () => {
  await ask('create table bells as select 1 as id')
  await postgres.kill()
  await expect(ask('select 1')).rejects.toThrow('ECONNREFUSED')
  await postgres.restart()
  expect(await ask('select id from bells')).toEqual([1])
})
