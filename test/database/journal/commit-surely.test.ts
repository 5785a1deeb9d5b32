import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createCommitter } from '../../../packages/server/src/reception/committer.ts'
import { type ConversationRow, loadConversation } from '../../../packages/server/src/store/conversations.ts'
import { messagesBetween } from '../../../packages/server/src/store/messages.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../packages/server/src/store/step-record.ts'
import { messagesAfter, newConversation, newStore, stepFrom } from '../store/stage.ts'
import { administer, createPostgresDatabase, SILENT } from '../store/test-database.ts'

// The committer on a real PostgreSQL that fails in the ways PostgreSQL fails.

let place: Awaited<ReturnType<typeof createPostgresDatabase>>
let database: Awaited<ReturnType<typeof openDatabase>>
let storeId: number

beforeAll(async () => {
  place = await createPostgresDatabase(inject('postgresUrl'))
  database = await openDatabase({ databaseUrl: place.url, dataDirectory: '', log: SILENT })
  storeId = (await newStore(database)).id
  await administer(place.url, FAILURES)
})
afterAll(async () => {
  await database.close()
  await place.drop()
})

/** Messages whose `source` is `fail <sqlstate>` fail while the counter is above zero; it is a sequence, so a rollback does not undo it. */
const FAILURES = `
create sequence failures minvalue -1000000;
create function fail_on_demand() returns trigger language plpgsql security definer as $$
begin
  if new.source like 'fail %' and nextval('failures') <= 0 then
    raise exception 'on demand' using errcode = substr(new.source, 6);
  end if;
  if new.source = 'cut' and nextval('failures') <= 0 then
    perform pg_terminate_backend(pg_backend_pid());
  end if;
  return new;
end $$;
create trigger fail_on_demand before insert on message for each row execute function fail_on_demand();
grant usage on sequence failures to shopbell_journal;`

const failTimes = (times: number) =>
  administer(place.url, `select setval('failures', ${String(-times)}, true)`)
const says = (row: ConversationRow, source: string | null): StepRecord =>
  stepFrom(row, { messages: messagesAfter(row.head, 'robot').map((message) => ({ ...message, source })) })
const newRows = (count: number) =>
  Promise.all(Array.from({ length: count }, () => newConversation(database, storeId)))
const reload = ({ id }: ConversationRow) =>
  runAsJournal(database, (tx) => loadConversation(tx, { storeId, id }))
const lengthOf = async (row: ConversationRow) =>
  (await runAsJournal(database, (tx) => messagesBetween(tx, row, 1, 100, 100))).length

function newCommitter() {
  const { commit, maxBatch } = database.journal
  return createCommitter({ write: commit, maxBatch, maxWaiting: 4_096 })
}

describe('a batch that PostgreSQL fails', () => {
  test.for(['40001', '40P01', '57P01', '08006', '55P03'])(
    'with %s three times is committed once in the end',
    async (code) => {
      const [one, other] = await newRows(2)
      await failTimes(3)
      const committed = await database.journal.commit([says(one!, `fail ${code}`), says(other!, null)])
      expect(committed).toEqual(new Set([one!.id, other!.id]))
      for (const row of [one!, other!]) {
        expect(await reload(row)).toMatchObject({ revision: 1, head: 1 })
        expect(await lengthOf(row)).toBe(1)
      }
    },
  )

  test('by closing the connection in the middle of it is committed once in the end', async () => {
    const [row] = await newRows(1)
    await failTimes(2)
    expect(await database.journal.commit([says(row!, 'cut')])).toEqual(new Set([row!.id]))
    expect(await reload(row!)).toMatchObject({ revision: 1, head: 1 })
  })

  test('again and again is given up without a word of success, and the next one succeeds', async () => {
    const [row] = await newRows(1)
    await failTimes(1_000)
    await expect(database.journal.commit([says(row!, 'fail 40001')])).rejects.toMatchObject({ code: '40001' })
    expect(await reload(row!)).toMatchObject({ revision: 0, head: 0 })
    await failTimes(0)
    expect(await database.journal.commit([says(row!, 'fail 40001')])).toEqual(new Set([row!.id]))
  })
})

describe('a connection that is ended from outside', () => {
  const cutJournal = () =>
    administer(
      place.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shopbell journal' and datname = current_database()`,
    )

  test('while batches are written loses, doubles and reorders nothing', async () => {
    const rows = await newRows(20)
    const committer = newCommitter()
    let isOver = false
    const cutting = (async () => {
      // Ever more seldom: on the slowest machine, too, there comes a time between two cuts in which a batch gets through.
      for (let cuts = 0, pauseMs = 50; !isOver || cuts < 5; cuts += 1, pauseMs *= 1.1) {
        await cutJournal()
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    })()
    // Each conversation takes several steps, one after the other, and steps again from the row when it is told of a conflict.
    await Promise.all(
      rows.map(async (begin) => {
        for (let row = begin; row.revision < 8;) {
          const outcome = await committer.commit(says(row, null)).catch(() => 'unknown' as const)
          row = outcome === 'committed' ? after(row) : (await reload(row))!
        }
      }),
    )
    isOver = true
    await cutting
    for (const row of rows) {
      const now = await reload(row)
      expect(now).toMatchObject({ revision: 8, head: 8 })
      expect(await lengthOf(row)).toBe(8)
    }
  })

  test('after the commit and before the answer is told by the journal that the step is its own', async () => {
    const [own, others] = await newRows(2)
    // Somebody took one step in the name of this node, and its answer was lost; and another node one of the other conversation.
    await database.journal.commit([says(own!, null)])
    const foreign = await openDatabase({ databaseUrl: place.url, dataDirectory: '', log: SILENT })
    await foreign.journal.commit([says(others!, null)])
    await foreign.close()
    const { rows } = await runAsJournal(database, (tx) =>
      sql`select conversation_id as id, node = ${database.node} as mine from journal where conversation_id in (${own!.id}, ${others!.id})`.execute(
        tx,
      ),
    )
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({ id: own!.id, mine: true })
    expect(rows).toContainEqual({ id: others!.id, mine: false })
  })
})

function after(row: ConversationRow): ConversationRow {
  return { ...row, revision: row.revision + 1, head: row.head + 1 }
}
