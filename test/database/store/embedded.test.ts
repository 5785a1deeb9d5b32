import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConversation } from '../../../packages/server/src/store/conversations.ts'
import { messagesBetween } from '../../../packages/server/src/store/messages.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import { allStores } from '../../../packages/server/src/store/stores.ts'
import { messagesAfter, newConversation, newStore, stepFrom } from './stage.ts'
import { runScript } from './run-script.ts'
import { newDirectory, SILENT } from './test-database.ts'

/** Kills of a writing process per run; nightly runs take more. */
const KILLS = Number(process.env['SHOPBELL_TEST_KILLS'] ?? 3)
/** Each kill takes two starts of the embedded database, and a busy machine takes seconds for each. */
const PATIENCE = 300_000 * (1 + KILLS)

describe('the embedded database', () => {
  let dataDirectory: string
  const open = () => openDatabase({ dataDirectory, log: SILENT })
  const template = newDirectory()
  beforeAll(async () => {
    await (await openDatabase({ dataDirectory: template, log: SILENT })).close()
  })
  beforeEach(() => {
    dataDirectory = newDirectory()
  })
  afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }))
  afterAll(() => rmSync(template, { recursive: true, force: true }))

  /** Most tests need a database that exists, and making one takes seconds. */
  const openMade = () => {
    cpSync(template, dataDirectory, { recursive: true })
    return open()
  }

  test(
    'has every acknowledged message after a kill in the middle of writing, without a gap',
    async () => {
      cpSync(template, dataDirectory, { recursive: true })
      for (let kill = 1; kill <= KILLS; kill++) {
        const { child, lines } = runScript('writer', dataDirectory)
        const ended = once(child, 'exit')
        let [storeId, id, acknowledged] = [0, 0, 0]
        for await (const line of lines) {
          const [what, ...numbers] = line.split(' ')
          if (what === 'conversation') [storeId, id] = [Number(numbers[0]), Number(numbers[1])]
          else acknowledged = Number(numbers[0])
          if (acknowledged === 20 * kill) child.kill('SIGKILL')
        }
        await ended
        expect(acknowledged).toBeGreaterThanOrEqual(20 * kill)

        const database = await open()
        const [row, messages] = await runAsJournal(database, async (tx) => [
          await loadConversation(tx, { storeId, id }),
          await messagesBetween(tx, { storeId, id }, 1, Number.MAX_SAFE_INTEGER, 100_000),
        ])
        expect(row!.head).toBeGreaterThanOrEqual(acknowledged)
        expect(row!.revision).toBe(row!.head)
        expect(messages.map(({ seq }) => seq)).toEqual(
          Array.from({ length: row!.head }, (_, place) => place + 1),
        )
        await database.close()
      }
    },
    PATIENCE,
  )

  test('lets nobody else in while it is open, in this process or another, and says which directory it means', async () => {
    const database = await openMade()
    await expect(open()).rejects.toMatchObject({
      code: 'DIRECTORY_IN_USE',
      message: expect.stringContaining(dataDirectory),
    })
    const { child, errors } = runScript('writer', dataDirectory)
    await once(child, 'close')
    expect(child.exitCode).not.toBe(0)
    expect(errors()).toContain('DIRECTORY_IN_USE')
    expect(await runAsJournal(database, allStores)).toEqual([])
    await database.close()
    await (await open()).close()
  })

  test('of several who open a new directory at once, one gets it', async () => {
    const opened = await Promise.allSettled([open(), open(), open(), open()])
    const databases = opened.filter((result) => result.status === 'fulfilled')
    expect(databases).toHaveLength(1)
    await databases[0]!.value.close()
  })

  test('starts afresh where an earlier start was killed while it made the files', async () => {
    const unfinished = join(dataDirectory, 'database.unfinished')
    mkdirSync(unfinished)
    writeFileSync(join(unfinished, 'PG_VERSION'), '18')
    const database = await open()
    await newStore(database)
    await database.close()
    expect(existsSync(unfinished)).toBe(false)
  })

  test('keeps its rows from one start to the next', async () => {
    const first = await openMade()
    const store = await newStore(first)
    await first.close()
    const second = await open()
    expect(await runAsJournal(second, allStores)).toEqual([store])
    await second.close()
  })

  test('says what is wrong with a directory that cannot be used', async () => {
    const file = join(dataDirectory, 'a-file')
    writeFileSync(file, '')
    const opening = openDatabase({ dataDirectory: join(file, 'data'), log: SILENT })
    await expect(opening).rejects.toMatchObject({
      code: 'DIRECTORY_UNUSABLE',
      message: expect.stringContaining(file),
    })
  })

  test('brings every commit to the disk before it answers', async () => {
    cpSync(template, dataDirectory, { recursive: true })
    const { lines } = runScript('fsync-counter', join(dataDirectory, 'database'))
    const said: string[] = []
    for await (const line of lines) said.push(line)
    expect(Number(said[0]?.replace('fsync ', ''))).toBeGreaterThanOrEqual(10)
  })

  test('says so when it dies, fails what waits and what comes, and can be closed', async () => {
    const lost: Error[] = []
    cpSync(template, dataDirectory, { recursive: true })
    const database = await openDatabase({
      dataDirectory,
      log: SILENT,
      onLost: (error) => void lost.push(error),
    })
    const { id } = await newStore(database)
    const conversation = await newConversation(database, id)
    rmSync(join(dataDirectory, 'database', 'pg_wal'), { recursive: true })
    // More than one file of the log holds: the next one cannot be made, which PostgreSQL does not survive.
    const text = randomBytes(20_000_000).toString('base64')
    const messages = messagesAfter(0, 'buyer').map((message) => ({ ...message, source: text }))
    await expect(database.journal.commit([stepFrom(conversation, { messages })])).rejects.toThrow(
      'has stopped',
    )
    expect(lost).toHaveLength(1)
    await expect(runAsJournal(database, allStores)).rejects.toThrow('has stopped')
    await database.close()
  })

  test('says that its files are damaged, and leaves them alone', async () => {
    cpSync(template, dataDirectory, { recursive: true })
    truncateSync(join(dataDirectory, 'database', 'global', 'pg_control'), 100)
    await expect(open()).rejects.toMatchObject({
      code: 'DIRECTORY_UNUSABLE',
      message: expect.stringContaining('damaged'),
    })
    await expect(open()).rejects.toMatchObject({
      code: 'DIRECTORY_UNUSABLE',
      message: expect.stringContaining('damaged'),
    })
  })

  test('rests in the weakest role: a query that forgot whose it is can do no harm', async () => {
    const database = await openMade()
    await expect(sql`select from account`.execute(database.db)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`drop table message`.execute(database.db)).rejects.toMatchObject({ code: '42501' })
    await database.close()
  })

  test('closes once, after what was running, and refuses what comes later', async () => {
    const database = await openMade()
    const begun = Promise.withResolvers<undefined>()
    const running = runAsJournal(database, async (tx) => {
      begun.resolve(undefined)
      return [await allStores(tx), await allStores(tx)]
    })
    await begun.promise
    await Promise.all([database.close(), database.close()])
    expect(await running).toEqual([[], []])
    await expect(runAsJournal(database, allStores)).rejects.toThrow('The embedded database is closed.')
    await expect(database.journal.commit([])).resolves.toEqual(new Set())
  })
})
