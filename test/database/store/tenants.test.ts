import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, expectTypeOf, inject, test } from 'vitest'
import { createAccount } from '../../../packages/server/src/store/accounts.ts'
import { createAccountSession } from '../../../packages/server/src/store/account-sessions.ts'
import { createApiToken } from '../../../packages/server/src/store/api-tokens.ts'
import {
  conversationByPublicId,
  loadConversation,
  markReadByAgent,
} from '../../../packages/server/src/store/conversations.ts'
import { listConversations } from '../../../packages/server/src/store/conversation-list.ts'
import type { Database, Tx } from '../../../packages/server/src/store/database.ts'
import { putEditor } from '../../../packages/server/src/store/draft-editors.ts'
import { logBatch } from '../../../packages/server/src/store/draft-log.ts'
import { saveDraft } from '../../../packages/server/src/store/flow-draft.ts'
import { insertVersion } from '../../../packages/server/src/store/flow-versions.ts'
import { putProduct } from '../../../packages/server/src/store/products.ts'
import { runAsEntrance, runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { createTicket } from '../../../packages/server/src/store/socket-tickets.ts'
import type { StoreRow } from '../../../packages/server/src/store/stores.ts'
import { messagesAfter, newConversation, newStore, newToken, NOW, stepFrom } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

const TABLES = [
  'account',
  'account_session',
  'answer',
  'api_token',
  'conversation',
  'flow_draft',
  'flow_draft_editor',
  'flow_draft_operation',
  'flow_version',
  'journal',
  'message',
  'product',
  'socket_ticket',
  'timer',
]

/** Tables of many stores' rows, which the app may not even read. */
const HIDDEN_FROM_THE_APP = ['outbox']

/** Tables that the app may write at all; the others are the journal's. */
const WRITTEN_BY_THE_APP = [
  'account',
  'account_session',
  'api_token',
  'flow_draft',
  'flow_draft_editor',
  'flow_draft_operation',
  'flow_version',
  'product',
  'socket_ticket',
]

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
    if (table === 'flow_version' || table === 'flow_draft_operation') return // rows of these are never changed
    const given = runAsStore(database, ours.id, (tx) =>
      sql`update ${sql.table(table)} set store_id = ${theirs.id}`.execute(tx),
    )
    await expect(given).rejects.toThrow(`violates row-level security policy for table "${table}"`)
  })

  test.each(TABLES.filter((table) => !WRITTEN_BY_THE_APP.includes(table)))(
    '%s is written by the journal alone',
    async (table) => {
      const written = runAsStore(database, ours.id, (tx) =>
        sql`insert into ${sql.table(table)} (store_id) values (${ours.id})`.execute(tx),
      )
      await expect(written).rejects.toMatchObject({ code: '42501' })
    },
  )

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

/** At least one row of the store in every table. */
async function fillEveryTable(database: TestDatabase, storeId: number): Promise<void> {
  await runAsStore(database, storeId, async (tx) => {
    await putProduct(tx, storeId, { ref: 'trail-750', title: 'Trail 750' }, 1)
    const version = {
      document: '{}',
      hash: 'h',
      listVersion: null,
      note: '',
      publishedAt: NOW,
      publishedBy: 'Lin',
    }
    await insertVersion(tx, storeId, version)
    await saveDraft(tx, storeId, { document: '{}', base: 1, savedAt: NOW, savedBy: 'Lin' })
    await putEditor(tx, storeId, { id: newToken(), name: 'Lin', block: null, seenAt: NOW }, 0)
    await logBatch(tx, storeId, {
      revision: 1,
      base: 0,
      batch: newToken(),
      operations: [],
      inverse: [],
      savedBy: 'Lin',
    })
    const account = await createAccount(tx, {
      storeId,
      publicId: newToken(),
      name: 'Lin',
      email: `lin@${newToken()}.example`,
      role: 'owner',
      passwordHash: 'hash',
      at: NOW,
    })
    const accountId = account!.id
    const session = await createAccountSession(tx, {
      storeId,
      accountId,
      tokenHash: newToken(),
      at: NOW,
      expiresAt: NOW + 1,
    })
    await createTicket(tx, {
      storeId,
      accountId,
      sessionId: session.id,
      ticketHash: newToken(),
      expiresAt: NOW + 1,
    })
    await createApiToken(tx, {
      storeId,
      accountId,
      publicId: newToken(),
      name: 'ci',
      tokenHash: newToken(),
      at: NOW,
    })
  })
  const conversation = await newConversation(database, storeId)
  const [buyer] = messagesAfter(0, 'buyer')
  await database.journal.commit([
    stepFrom(conversation, {
      messages: [buyer!],
      answers: [
        { seq: 1, variable: 'size', question: 'Size?', value: 'xl', shown: 'XL', unit: null, at: NOW },
      ],
      schedule: [{ id: 'remind', generation: 1, kind: 'reminder', block: 'ask-size', dueAt: NOW + 1 }],
    }),
  ])
}
