import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import type { Database } from '../../../packages/server/src/store/database.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { failureOf } from '../../../packages/server/src/store/failure.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import { allStores } from '../../../packages/server/src/store/stores.ts'
import { eventually } from '../../tools/eventually.ts'
import { type Postgres, startPostgres } from '../../tools/start-postgres.ts'
import { runScript } from './run-script.ts'
import { messagesAfter, newConversation, newStore, stepFrom } from './stage.ts'
import { administer, createPostgresDatabase, SILENT } from './test-database.ts'

describe('PostgreSQL', () => {
  const newDatabase = async () => {
    const made = await createPostgresDatabase(inject('postgresUrl'))
    onTestFinished(made.drop)
    return made.url
  }
  const open = async (databaseUrl: string): Promise<Database> => {
    const database = await openDatabase({ databaseUrl, dataDirectory: '', log: SILENT })
    onTestFinished(database.close)
    return database
  }

  test('is refused in plain words where it cannot be reached, without its password', async () => {
    const unreachable = [
      'postgres://shop@127.0.0.1:1/shopbell',
      inject('postgresUrl').replace(/postgres$/, 'no_such_database'),
      'postgres://shop@no-such-host.invalid/shopbell',
    ]
    for (const address of unreachable) {
      const url = new URL(address)
      url.password = 'hunter2'
      const refused = await open(url.href).catch((error: unknown) => error)
      expect(refused).toMatchObject({
        code: 'SERVER_UNREACHABLE',
        message: expect.stringContaining('check DATABASE_URL'),
      })
      expect(String(refused)).not.toContain('hunter2')
    }
  })

  test('is refused where a database is not in UTF-8', async () => {
    const name = `latin_${randomBytes(6).toString('hex')}`
    const admin = inject('postgresUrl')
    await administer(admin, `create database ${name} encoding 'LATIN1' locale 'C' template template0`)
    onTestFinished(() => administer(admin, `drop database ${name} with (force)`))
    await expect(open(admin.replace(/postgres$/, name))).rejects.toMatchObject({
      code: 'SERVER_NOT_UTF8',
      message: expect.stringContaining('LATIN1'),
    })
  })

  test('is refused where a newer version has migrated it, and nothing is changed', async () => {
    const url = await newDatabase()
    await (await open(url)).close()
    await administer(url, `insert into kysely_migration values ('9999-the-future', now()::text)`)
    await expect(open(url)).rejects.toMatchObject({
      code: 'FROM_THE_FUTURE',
      message: expect.stringContaining('9999-the-future'),
    })
  })

  test('says at the start what a power cut can cost where it does not wait for the disk', async () => {
    const warnings: string[] = []
    const database = await openDatabase({
      databaseUrl: await newDatabase(),
      dataDirectory: '',
      log: { ...SILENT, warn: (_fields, message) => void warnings.push(message) },
    })
    onTestFinished(database.close)
    expect(warnings).toEqual([expect.stringContaining('fsync off: a power cut can lose')])
    expect(database.durabilityNote).toBe(warnings[0])
  })

  test('serves a user who is no superuser and owns its database', async () => {
    const admin = inject('postgresUrl')
    const user = `shop_${randomBytes(6).toString('hex')}`
    await administer(admin, `create role ${user} login createrole`)
    await administer(admin, `create database ${user} owner ${user}`)
    onTestFinished(async () => {
      await administer(admin, `drop database ${user} with (force)`)
      await administer(admin, `revoke shopbell_app, shopbell_journal, shopbell_entrance from ${user}`)
      await administer(admin, `drop role ${user}`)
    })
    const database = await open(admin.replace('postgres@', `${user}@`).replace(/postgres$/, user))
    const { id } = await newStore(database)
    const conversation = await newConversation(database, id)
    expect(await database.journal.commit([stepFrom(conversation)])).toEqual(new Set([conversation.id]))
    await database.close()
  })

  test('is refused where its user may not use the roles, with what an administrator has to run', async () => {
    const admin = inject('postgresUrl')
    const user = `weak_${randomBytes(6).toString('hex')}`
    await administer(admin, `create role ${user} login`)
    await administer(admin, `create database ${user} owner ${user}`)
    onTestFinished(async () => {
      await administer(admin, `drop database ${user} with (force)`)
      await administer(admin, `drop role ${user}`)
    })
    await expect(
      open(admin.replace('postgres@', `${user}@`).replace(/postgres$/, user)),
    ).rejects.toMatchObject({
      code: 'ROLES_MISSING',
      message: expect.stringContaining('create role shopbell_app nologin'),
    })
  })

  test('gives every new connection its role again after all connections were cut', async () => {
    const url = await newDatabase()
    const database = await open(url)
    const { id } = await newStore(database)
    const conversation = await newConversation(database, id)
    const step = stepFrom(conversation, { messages: messagesAfter(0, 'buyer') })
    await administer(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    let committed: ReadonlySet<number> = new Set()
    for (let attempt = 1; committed.size === 0; attempt++) {
      committed = await database.journal.commit([step]).catch((error: unknown) => {
        expect(failureOf(error)).toBe('passing')
        if (attempt === 20) throw error
        return new Set<number>()
      })
    }
    const client = new Client({ connectionString: url })
    await client.connect()
    onTestFinished(() => client.end())
    // The one that was cut may be seen for a moment longer than its socket.
    await eventually(async () => {
      const { rows } = await client.query(
        `select count(*)::integer as journals from pg_stat_activity
          where query like '%with step as materialized%' and application_name = 'shopbell journal' and datname = current_database()`,
      )
      expect(rows).toEqual([{ journals: 1 }])
    })
  })

  test('cuts off a statement that never ends', async () => {
    const database = await open(await newDatabase())
    const { rows } = await sql<{ timeout: string }>`
      select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' ' ||
        current_setting('idle_in_transaction_session_timeout') as timeout`.execute(database.db)
    expect(rows).toEqual([{ timeout: '5s 2s 10s' }])
  })
})

describe('a PostgreSQL that nobody has used before', () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  test('is set up once by ten servers that start on it at the same moment, beside two on another database', async () => {
    await administer(postgres.url(), 'create database one')
    await administer(postgres.url(), 'create database two')
    const urls = [...Array<string>(10).fill(postgres.url('one')), postgres.url('two'), postgres.url('two')]
    const servers = urls.map((url) => runScript('opener', url))
    const ended = await Promise.all(servers.map(({ child }) => once(child, 'close')))
    expect(servers.map(({ errors }) => errors())).toEqual(servers.map(() => ''))
    expect(ended.map(([code]) => code)).toEqual(servers.map(() => 0))

    const database = await openDatabase({ databaseUrl: postgres.url('one'), dataDirectory: '', log: SILENT })
    expect(await runAsJournal(database, allStores)).toEqual([])
    await database.close()
  })
})
