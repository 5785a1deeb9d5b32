import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, expectTypeOf, inject, test } from 'vitest'
import {
  conversationByPublicId,
  loadConversation,
  markReadByAgent,
} from '../../../packages/server/src/store/conversations.ts'
import { listConversations } from '../../../packages/server/src/store/conversation-list.ts'
import type { Database, Tx } from '../../../packages/server/src/store/database.ts'
import { runAsEntrance, runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import type { StoreRow } from '../../../packages/server/src/store/stores.ts'
import { fillEveryTable } from './fill-every-table.ts'
import { newConversation, newStore } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

const TABLES = [
  'account',
  'account_session',
  'agent_attendance',
  'answer',
  'api_token',
  'audit',
  'buyer_event',
  'category',
  'contact',
  'conversation',
  'conversation_search',
  'conversation_search_place',
  'flow_draft',
  'flow_draft_editor',
  'flow_draft_operation',
  'flow_version',
  'invitation',
  'journal',
  'kept_answer',
  'message',
  'product',
  'product_count',
  'profile_day',
  'setting',
  'shop_order',
  'shop_page',
  'socket_ticket',
  'store_avatar',
  'timer',
  'webhook',
  'webhook_delivery',
  'webhook_lane',
  'webhook_secret',
]

/** Tables of many stores' rows, which the app may not even read. */
const HIDDEN_FROM_THE_APP = ['agent_presence', 'outbox', 'webhook_news']

/** Tables of which the app cannot read again all that it wrote. */
const WRITTEN_UNREAD = ['webhook_secret']

/** Tables that the app may write at all; the others are the journal's. */
const WRITTEN_BY_THE_APP = [
  'account',
  'account_session',
  'agent_attendance',
  'api_token',
  'audit',
  'category',
  'contact',
  'flow_draft',
  'flow_draft_editor',
  'flow_draft_operation',
  'flow_version',
  'invitation',
  'kept_answer',
  'product',
  'profile_day',
  'setting',
  'shop_order',
  'shop_page',
  'socket_ticket',
  'store_avatar',
  'webhook',
  'webhook_delivery',
  'webhook_lane',
]

/** Tables whose rows are never changed. */
const NEVER_CHANGED = ['audit', 'flow_draft_operation', 'flow_version']

describe.each(KINDS)('the wall between stores on %s', (kind) => {
  let database: TestDatabase
  let ours: StoreRow
  let theirs: StoreRow

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    ours = await newStore(database)
    theirs = await newStore(database)
    await fillEveryTable(database, ours.id)
    await fillEveryTable(database, theirs.id)
  })
  afterAll(() => database.discard())

  const countOfForeign = async (tx: Tx, table: string, storeId: number) => {
    const { rows } = await sql<{ own: number; foreign: number }>`
      select count(*) filter (where store_id = ${storeId}) as own, count(*) filter (where store_id <> ${storeId}) as foreign
      from ${sql.table(table)}`.execute(tx)
    return rows[0]!
  }

  test('the list of tables in this test is complete', async () => {
    const { rows } = await database.asOwner((tx) =>
      sql<{ name: string }>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'store_id' order by 1`.execute(tx),
    )
    expect(rows.map(({ name }) => name)).toEqual([...TABLES, ...HIDDEN_FROM_THE_APP].toSorted())
  })

  test.each(HIDDEN_FROM_THE_APP)('%s is hidden from a store, its own rows included', async (table) => {
    const reading = runAsStore(database, ours.id, (tx) => countOfForeign(tx, table, ours.id))
    await expect(reading).rejects.toMatchObject({ code: '42501' })
  })

  test.each(TABLES)('%s shows a store its own rows and nobody else’s', async (table) => {
    const seen = await runAsStore(database, ours.id, (tx) => countOfForeign(tx, table, ours.id))
    expect(seen.own).toBeGreaterThan(0)
    expect(seen.foreign).toBe(0)
  })

  test('a store sees itself only', async () => {
    const seen = await runAsStore(database, ours.id, (tx) => tx.selectFrom('store').select('id').execute())
    expect(seen).toEqual([{ id: ours.id }])
  })

  test.each(TABLES)('%s shows nothing while no store is set, or an empty one', async (table) => {
    for (const setting of ['unset', '']) {
      const rows = await database.db.transaction().execute(async (tx) => {
        await sql`set local role shopbell_app`.execute(tx)
        if (setting !== 'unset')
          await sql`select set_config('shopbell.store_id', ${setting}, true)`.execute(tx)
        return (await sql`select from ${sql.table(table)}`.execute(tx)).rows
      })
      expect(rows).toEqual([])
    }
  })

  test.each(WRITTEN_BY_THE_APP)('%s takes no row of another store, and gives none away', async (table) => {
    const copied = runAsStore(database, ours.id, (tx) =>
      sql`insert into ${sql.table(table)} select * from json_populate_record(null::${sql.table(table)}, (
        select (to_json(mine)::jsonb || jsonb_build_object('store_id', ${theirs.id}::bigint))::json from ${sql.table(table)} as mine limit 1))`.execute(
        tx,
      ),
    )
    await expect(copied).rejects.toThrow(`violates row-level security policy for table "${table}"`)
    if (NEVER_CHANGED.includes(table)) return
    const given = runAsStore(database, ours.id, (tx) =>
      sql`update ${sql.table(table)} set store_id = ${theirs.id}`.execute(tx),
    )
    await expect(given).rejects.toThrow(`violates row-level security policy for table "${table}"`)
  })

  test.each(TABLES.filter((table) => ![...WRITTEN_BY_THE_APP, ...WRITTEN_UNREAD].includes(table)))(
    '%s is written by the journal alone',
    async (table) => {
      const written = runAsStore(database, ours.id, (tx) =>
        sql`insert into ${sql.table(table)} (store_id) values (${ours.id})`.execute(tx),
      )
      await expect(written).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('a webhook’s secret is written for one’s own store, and read by nobody who speaks for one', async () => {
    const reading = runAsStore(database, ours.id, (tx) => sql`select secret from webhook_secret`.execute(tx))
    await expect(reading).rejects.toMatchObject({ code: '42501' })
    const foreign = runAsStore(database, ours.id, (tx) =>
      sql`insert into webhook_secret (store_id, webhook_id, secret, made_at) values (${theirs.id}, 1, 's', 1)`.execute(
        tx,
      ),
    )
    await expect(foreign).rejects.toThrow('violates row-level security policy for table "webhook_secret"')
  })

  test('another store’s ids look as if they did not exist', async () => {
    const conversation = await newConversation(database, theirs.id)
    await runAsStore(database, ours.id, async (tx) => {
      expect(await conversationByPublicId(tx, ours.id, conversation.publicId)).toBeNull()
      expect(await conversationByPublicId(tx, theirs.id, conversation.publicId)).toBeNull()
      expect(await loadConversation(tx, conversation)).toBeNull()
      await markReadByAgent(tx, conversation, 1)
      const { conversations } = await listConversations(tx, theirs.id, { view: 'all', limit: 10 })
      expect(conversations).toEqual([])
    })
  })

  test('the journal and the entrance do not reach each other’s tables', async () => {
    const asJournal = runAsJournal(database, (tx) => tx.selectFrom('account').select('id').execute())
    await expect(asJournal).rejects.toMatchObject({ code: '42501' })
    const asEntrance = runAsEntrance(database, (tx) => tx.selectFrom('message').select('seq').execute())
    await expect(asEntrance).rejects.toMatchObject({ code: '42501' })
  })

  test('nothing of one transaction’s store is left for the next one on the connection', async () => {
    await runAsStore(database, ours.id, (tx) => tx.selectFrom('product').select('ref').execute())
    const left = await database.db.transaction().execute(async (tx) => {
      await sql`set local role shopbell_app`.execute(tx)
      return tx.selectFrom('product').select('ref').execute()
    })
    expect(left).toEqual([])
  })

  test('many turns of two stores, in any order and at once, never mix', async () => {
    const turns = fc.array(fc.record({ mine: fc.boolean(), fails: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(turns, async (taken) => {
        await Promise.all(
          taken.map(async ({ mine, fails }) => {
            const store = mine ? ours : theirs
            const turn = runAsStore(database, store.id, async (tx) => {
              const { own, foreign } = await countOfForeign(tx, 'product', store.id)
              if (fails) throw new Error('rolled back')
              return { own, foreign }
            })
            if (fails) await expect(turn).rejects.toThrow('rolled back')
            else expect(await turn).toEqual({ own: 1, foreign: 0 })
          }),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('a transaction inside another one is refused, instead of waiting for ever', async () => {
    const nested = runAsStore(database, ours.id, () => runAsJournal(database, async () => undefined))
    await expect(nested).rejects.toThrow('A transaction is open here already')
  })

  test('the bare handle does not fit where a transaction is asked for', () => {
    expectTypeOf<Database['db']>().not.toExtend<Tx>()
  })
})
