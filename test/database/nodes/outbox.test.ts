import { sql } from 'kysely'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Wake } from '../../../packages/server/src/bus/bus.ts'
import { createInProcessBus } from '../../../packages/server/src/bus/in-process-bus.ts'
import { watchOutbox } from '../../../packages/server/src/jobs/watch-outbox.ts'
import type { Database } from '../../../packages/server/src/store/database.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { forgetToldSteps, stepsOfOthers } from '../../../packages/server/src/store/outbox.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import { messagesAfter, newConversation, newStore, stepFrom } from '../store/stage.ts'
import { createPostgresDatabase, SILENT } from '../store/test-database.ts'

let place: Awaited<ReturnType<typeof createPostgresDatabase>>
let one: Database
let other: Database
let storeId: number
beforeAll(async () => {
  place = await createPostgresDatabase(inject('postgresUrl'))
  const open = () => openDatabase({ databaseUrl: place.url, dataDirectory: '', log: SILENT })
  one = await open()
  other = await open()
  storeId = (await newStore(one)).id
})
afterAll(async () => {
  await one.close()
  await other.close()
  await place.drop()
})

const nameOf = ({ node }: Database) => node ?? ''
/**
 * What is new to a node since a place, of these conversations: transactions of other suites on the same server keep the horizon
 * back, and then rows come again that were read before.
 */
async function readBy(database: Database, from: string | null, ...ids: readonly number[]) {
  const news = await runAsJournal(database, (tx) => stepsOfOthers(tx, nameOf(database), from))
  return { ...news, steps: news.steps.filter(([, id]) => ids.includes(id)) }
}

async function takeStep(database: Database): Promise<number> {
  const row = await newConversation(database, storeId)
  await database.journal.commit([stepFrom(row, { messages: messagesAfter(0, 'robot', 'robot') })])
  return row.id
}

test('a batch leaves one row for the others, in its own transaction', async () => {
  const { place: before } = await readBy(other, null)
  const rows = await Promise.all(Array.from({ length: 5 }, () => newConversation(one, storeId)))
  await one.journal.commit(rows.map((row) => stepFrom(row, { messages: messagesAfter(0, 'robot') })))
  const ids = rows.map(({ id }) => id)
  const { steps } = await readBy(other, before, ...ids)
  expect(steps.toSorted((a, b) => a[1] - b[1])).toEqual(
    ids.toSorted((a, b) => a - b).map((id) => [storeId, id, 1, 1]),
  )
  expect((await readBy(one, before, ...ids)).steps).toEqual([])
  const counted = await runAsJournal(one, (tx) => sql`select count(*) as rows from outbox`.execute(tx))
  expect(counted.rows).toEqual([{ rows: 1 }])
})

test('a batch in which nothing was won leaves none', async () => {
  const { place: before } = await readBy(other, null)
  const row = await newConversation(one, storeId)
  expect(await one.journal.commit([stepFrom({ ...row, revision: 7 })])).toEqual(new Set())
  expect((await readBy(other, before, row.id)).steps).toEqual([])
})

/** A conversation that another node moved. */
const LATE = 424_242

test('a transaction that began earlier and ends later than one that was read is read, too', async () => {
  const { place: before } = await readBy(other, null)
  const slow = new Client({ connectionString: place.url })
  await slow.connect()
  await slow.query('begin')
  await slow.query(
    `insert into outbox (store_id, topic, node, payload) values (0, 'steps', 'slow', '[[1,${String(LATE)},1,1]]')`,
  )
  const quick = await takeStep(one)
  const first = await readBy(other, before, quick, LATE)
  expect(first.steps).toEqual([[storeId, quick, 2, 1]])
  await slow.query('commit')
  await slow.end()
  expect((await readBy(other, first.place, LATE)).steps).toEqual([[1, LATE, 1, 1]])
})

test('what was told long ago is forgotten, what was told just now is kept', async () => {
  const { place: before } = await readBy(other, null)
  const long = await takeStep(one)
  await runAsJournal(one, (tx) => forgetToldSteps(tx, -1_000))
  expect((await readBy(other, before, long)).steps).toEqual([])
  const id = await takeStep(one)
  await runAsJournal(one, (tx) => forgetToldSteps(tx, 60_000))
  expect((await readBy(other, before, id)).steps).toEqual([[storeId, id, 2, 1]])
})

test('a node without a bus hears of every step all the same, and of each one once', async () => {
  const log = pino({ level: 'silent' })
  const local = createInProcessBus(log)
  const heard: Wake[] = []
  const waits: (() => void)[] = []
  local.subscribe((wake) => {
    heard.push(wake)
    for (const look of waits) look()
  })
  const watch = await watchOutbox({ database: other, node: nameOf(other), local, log })
  const steps: number[] = []
  for (let step = 0; step < 5; step += 1) {
    const id = await takeStep(one)
    steps.push(id)
    await new Promise<void>((resolve) => {
      const look = () => {
        if (heard.some((wake) => wake.type === 'conversation' && wake.conversationId === id)) resolve()
      }
      waits.push(look)
      look()
    })
  }
  await watch.stop()
  const told = heard.flatMap((wake) => (wake.type === 'conversation' ? [wake.conversationId] : []))
  expect(told.filter((id) => steps.includes(id))).toEqual(steps)
})
