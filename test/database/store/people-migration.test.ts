import { randomBytes } from 'node:crypto'
import { TOKEN_SCOPES } from '@shopbell/protocol'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { accountsOfPerson, accountsOfStore } from '../../../packages/server/src/store/accounts.ts'
import { findApiToken } from '../../../packages/server/src/store/api-tokens.ts'
import { findAccountSession } from '../../../packages/server/src/store/account-sessions.ts'
import { MIGRATIONS } from '../../../packages/server/src/store/migrations/migrations.ts'
import { openDatabase } from '../../../packages/server/src/store/open-database.ts'
import { personByEmail } from '../../../packages/server/src/store/persons.ts'
import { provideRoles } from '../../../packages/server/src/store/provide-roles.ts'
import { markRemoved, removeSome } from '../../../packages/server/src/store/removed-stores.ts'
import { runAsEntrance, runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { storeById } from '../../../packages/server/src/store/stores.ts'
import { fillEveryTable } from './fill-every-table.ts'
import { newStore, NOW } from './stage.ts'
import { administer, SILENT } from './test-database.ts'

/** A database whose owner is no superuser, so that forced row-level security holds migrations and functions as well. */
async function newDatabaseOfAUser(): Promise<{ readonly url: string; readonly asAdministrator: string }> {
  const admin = inject('postgresUrl')
  const user = `shop_${randomBytes(6).toString('hex')}`
  await administer(admin, `create role ${user} login createrole`)
  await administer(admin, `create database ${user} owner ${user}`)
  onTestFinished(async () => {
    await administer(admin, `drop database ${user} with (force)`)
    await administer(admin, `revoke shopbell_app, shopbell_journal, shopbell_entrance from ${user}`)
    await administer(admin, `drop role ${user}`)
  })
  const asAdministrator = admin.replace(/postgres$/, user)
  return { url: asAdministrator.replace('postgres@', `${user}@`), asAdministrator }
}

/** As an earlier version left it. */
async function migrateTo(url: string, last: string): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }),
  })
  await provideRoles(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateTo(last)
  await db.destroy()
  if (error !== undefined) throw error
}

test('accounts of an earlier version become people with one account each, sessions included', async () => {
  const { url, asAdministrator } = await newDatabaseOfAUser()
  await migrateTo(url, '0004-publishing')
  await administer(
    asAdministrator,
    `insert into store (id, public_id, name, profile, time_zone, default_locale, allowed_origins, epoch, created_at)
       values (1, 'harbor', 'Harbor', 'marketplace', 'UTC', 'en', '[]', 'first', 1);
     insert into account (store_id, id, public_id, name, email, email_key, role, password_hash, created_at) values
       (1, 10, 'a-mei', 'Mei', 'Mei@harbor.example', 'mei@harbor.example', 'owner', 'hash of mei', 2),
       (1, 11, 'a-two', 'Two', 'two@harbor.example', 'two@harbor.example', 'owner', 'hash of two', 3),
       (1, 12, 'a-lin', 'Lin', 'lin@harbor.example', 'lin@harbor.example', 'agent', 'hash of lin', 4);
     insert into account_session (store_id, account_id, token_hash, created_at, seen_at, expires_at)
       values (1, 10, 'token one', 5, 6, 7), (1, 12, 'token two', 5, 6, 7);
     insert into api_token (store_id, public_id, account_id, name, token_hash, created_at)
       values (1, 't-ci', 10, 'ci', 'hash of ci', 8)`,
  )
  const database = await openDatabase({ databaseUrl: url, dataDirectory: '', log: SILENT })
  onTestFinished(database.close)

  const accounts = await runAsStore(database, 1, (tx) => accountsOfStore(tx, 1))
  expect(accounts.map(({ publicId, email, role }) => [publicId, email, role])).toEqual([
    ['a-mei', 'Mei@harbor.example', 'owner'],
    // A store has one owner: the first.
    ['a-two', 'two@harbor.example', 'admin'],
    ['a-lin', 'lin@harbor.example', 'agent'],
  ])
  await runAsEntrance(database, async (tx) => {
    const mei = await personByEmail(tx, 'mei@harbor.example')
    expect(mei).toMatchObject({ email: 'Mei@harbor.example', passwordHash: 'hash of mei' })
    expect(await accountsOfPerson(tx, mei!.id)).toMatchObject([{ id: 10, name: 'Mei' }])
    const sessions = [await findAccountSession(tx, 'token one'), await findAccountSession(tx, 'token two')]
    expect(sessions.map((held) => held?.account.publicId)).toEqual(['a-mei', 'a-lin'])
    expect(new Set(sessions.map((held) => held?.session.publicId)).size).toBe(2)
    const ci = await findApiToken(tx, 'hash of ci')
    // None that came later.
    const scopes = TOKEN_SCOPES.filter((scope) => !scope.startsWith('webhooks:'))
    expect(ci?.token).toMatchObject({ scopes, expiresAt: null, usedAt: null })
  })
})

test('a store is removed from a database whose owner is held by its policies', async () => {
  const { url } = await newDatabaseOfAUser()
  const database = await openDatabase({ databaseUrl: url, dataDirectory: '', log: SILENT })
  onTestFinished(database.close)
  const [kept, removed] = [await newStore(database), await newStore(database)]
  await fillEveryTable(database, kept.id)
  await fillEveryTable(database, removed.id)
  const touched = runAsStore(database, kept.id, (tx) => removeSome(tx, kept.id, 10))
  await expect(touched).rejects.toThrow('is not being removed')

  await runAsStore(database, removed.id, (tx) => markRemoved(tx, removed, NOW))
  const gone = () => runAsStore(database, removed.id, (tx) => removeSome(tx, removed.id, 10))
  expect([await gone(), await gone()]).toEqual([false, true])
  await runAsJournal(database, async (tx) => {
    expect(await storeById(tx, removed.id)).toBeNull()
    expect(await storeById(tx, kept.id)).not.toBeNull()
    expect(await tx.selectFrom('message').select('storeId').execute()).toEqual([{ storeId: kept.id }])
  })
})
