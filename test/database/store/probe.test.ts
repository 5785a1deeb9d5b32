import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { probePolicies } from '../../../packages/server/src/store/probe-policies.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import { allStores } from '../../../packages/server/src/store/stores.ts'
import { type Postgres, startPostgres } from '../../tools/start-postgres.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

const OWN = `store_id = nullif(current_setting('shopbell.store_id', true), '')::bigint`

/** What somebody did to the database, what the probe says to it, and how to put it right. */
const DAMAGES = [
  [
    'alter table product disable row level security',
    'off for product',
    'alter table product enable row level security',
  ],
  [
    'alter table timer no force row level security',
    'off for timer',
    'alter table timer force row level security',
  ],
  ['alter role shopbell_app bypassrls', 'the role shopbell_app', 'alter role shopbell_app nobypassrls'],
  ['alter policy app on product using (true)', 'product shows', `alter policy app on product using (${OWN})`],
  [
    'create policy more on conversation to shopbell_app using (true)',
    'conversation shows',
    'drop policy more on conversation',
  ],
  [
    'alter policy app on product with check (true)',
    'could write a row of another store',
    `alter policy app on product with check (${OWN})`,
  ],
  [
    `alter policy app on product using (${OWN} or current_setting('shopbell.store_id', true) = '')`,
    'no store',
    `alter policy app on product using (${OWN})`,
  ],
  [
    'grant select on account to shopbell_journal',
    'the journal',
    'revoke select on account from shopbell_journal',
  ],
] as const

describe.each(KINDS)('the probe at start-up on %s', (kind) => {
  let database: TestDatabase
  let postgres: Postgres | null = null
  beforeAll(async () => {
    // Roles belong to a whole PostgreSQL: damage to them would show in the suites that share one.
    if (kind === 'postgres') postgres = await startPostgres()
    database = await openTestDatabase(kind, postgres?.url() ?? '')
  })
  afterAll(async () => {
    await database.discard()
    await postgres?.stop()
  })

  const run = (statement: string) => database.asOwner((tx) => tx.executeQuery(CompiledQuery.raw(statement)))

  test.each(DAMAGES)('refuses to serve after: %s', async (damage, words, repair) => {
    await run(damage)
    try {
      await expect(probePolicies(database)).rejects.toMatchObject({
        code: 'POLICY_DOES_NOT_HOLD',
        message: expect.stringContaining(words),
      })
    } finally {
      await run(repair)
    }
    await probePolicies(database)
  })

  test('leaves no row behind, however many probe at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => probePolicies(database)))
    expect(await runAsJournal(database, allStores)).toEqual([])
  })
})
