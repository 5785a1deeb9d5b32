import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type Postgres } from '../tools/start-postgres.ts'
import { startShop } from '../tools/start-shop.ts'
import { blocksFor } from './runner-of.ts'

// Every `sql` block is run by the administrator of a new PostgreSQL, because roles belong to all of its databases; afterwards a server
// starts there with the account and the database that docs/operating.md names.

const PASSWORD = 'made-up-for-this-test'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

test.for(blocksFor('database'))('%s', async ([, { code }]) => {
  const client = new Client({ connectionString: postgres.url() })
  await client.connect()
  try {
    // One at a time: `create database` may not share a transaction.
    for (const statement of code.replaceAll("'…'", `'${PASSWORD}'`).split(/;\s*$/m))
      if (statement.trim() !== '') await client.query(statement)
  } finally {
    await client.end()
  }
  const url = `postgres://shopbell:${PASSWORD}@127.0.0.1:${String(postgres.port)}/shopbell`
  const shop = await startShop({ environment: { DATABASE_URL: url } })
  expect((await fetch(`${shop.url}/readyz`)).status).toBe(200)
  await shop.stop()
})
