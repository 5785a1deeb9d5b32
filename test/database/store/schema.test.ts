import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { describeSchema } from './describe-schema.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('the schema on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())

  test('is the one that schema.sql shows', async () => {
    const described = await database.asOwner(describeSchema)
    await expect(described).toMatchFileSnapshot('../../../packages/server/src/store/schema.sql')
  })

  test('walls off every table: row-level security on, forced, with a policy for reading and for writing', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql`
        select relname as table, relrowsecurity as enabled, relforcerowsecurity as forced,
          (select count(*) from pg_policy
            where polrelid = pg_class.oid and polroles = array['shopbell_app'::regrole::oid]
              and pg_get_expr(polqual, polrelid) like '%shopbell.store_id%'
              and pg_get_expr(polwithcheck, polrelid) like '%shopbell.store_id%') as policies
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relname not like 'kysely%'
          and relname not in ('setup_token', 'password_reset', 'removed_store', 'passkey', 'passkey_challenge')
        order by relname`.execute(tx),
    )
    expect(rows.length).toBeGreaterThanOrEqual(13)
    for (const row of rows) expect(row).toMatchObject({ enabled: true, forced: true, policies: 1 })
  })

  test('has the store first in every primary and foreign key of a table of a store', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql`
        select conrelid::regclass::text as table, conname as constraint from pg_constraint
        where contype in ('p', 'f') and conrelid in (
            select attrelid from pg_attribute where attname = 'store_id' and attnum > 0)
          and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'store_id'
          -- A person belongs to no store.
          and not (contype = 'f' and confrelid = 'person'::regclass)`.execute(tx),
    )
    expect(rows).toEqual([])
  })

  test('has roles that nobody signs in as and that no policy lets pass', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql`
        select rolname as name, rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb as strong,
          exists (select from pg_class where relowner = pg_roles.oid) as owns
        from pg_roles where rolname like 'shopbell%' order by rolname`.execute(tx),
    )
    expect(rows).toEqual([
      { name: 'shopbell_app', strong: false, owns: false },
      { name: 'shopbell_entrance', strong: false, owns: false },
      { name: 'shopbell_journal', strong: false, owns: false },
    ])
  })

  test('lets the journal write the journal’s tables only, and read what a cold load needs', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql<{ table: string; right: string }>`
        select table_name as table, lower(privilege_type) as right from information_schema.role_table_grants
        where grantee = 'shopbell_journal' order by 1, 2`.execute(tx),
    )
    const granted = Object.groupBy(rows, ({ table }) => table)
    expect(
      Object.fromEntries(
        Object.entries(granted).map(([table, all]) => [table, all?.map(({ right }) => right)]),
      ),
    ).toEqual({
      agent_presence: ['delete', 'insert', 'select', 'update'],
      answer: ['insert', 'select'],
      buyer_event: ['delete', 'insert', 'select', 'update'],
      conversation: ['insert', 'select', 'update'],
      conversation_search: ['delete', 'insert', 'select', 'update'],
      conversation_search_place: ['delete', 'insert', 'select', 'update'],
      flow_version: ['select'],
      journal: ['insert', 'select'],
      message: ['insert', 'select'],
      outbox: ['delete', 'insert', 'select'],
      product: ['select'],
      product_count: ['delete', 'insert', 'select', 'update'],
      profile_day: ['select'],
      removed_store: ['select'],
      store: ['select'],
      store_avatar: ['select'],
      timer: ['delete', 'insert', 'select', 'update'],
      webhook: ['select'],
      webhook_delivery: ['delete', 'insert', 'select', 'update'],
      webhook_lane: ['delete', 'insert', 'select', 'update'],
      webhook_news: ['delete', 'insert', 'select'],
      webhook_secret: ['select'],
    })
  })

  test('keeps published versions, messages and the journal out of everybody’s hands once they are written', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql`
        select grantee, table_name as table, privilege_type as right from information_schema.role_table_grants
        where table_name in ('flow_version', 'message', 'journal') and grantee like 'shopbell%'
          and privilege_type not in ('SELECT', 'INSERT')`.execute(tx),
    )
    expect(rows).toEqual([])
  })

  test('reads bigint and date alike on both', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql`select 7::bigint as big, count(*) as counted, date '2026-11-22' as day, '{"a": [1]}'::json as json from store`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([{ big: 7, counted: 0, day: '2026-11-22', json: { a: [1] } }])
  })
})
