import type { Role } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  accountSessionById,
  createAccountSession,
  deleteAccountSession,
  deleteExpiredAccountSessions,
  findAccountSession,
  touchAccountSession,
} from '../../../packages/server/src/store/account-sessions.ts'
import {
  accountById,
  accountByPublicId,
  accountsOfPerson,
  changeAccount,
  countOwners,
  createAccount,
} from '../../../packages/server/src/store/accounts.ts'
import {
  apiTokensOf,
  createApiToken,
  deleteApiToken,
  findApiToken,
  touchApiToken,
} from '../../../packages/server/src/store/api-tokens.ts'
import { createPerson, personByEmail } from '../../../packages/server/src/store/persons.ts'
import { continueAsStore, runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { isSetupToken, putSetupToken, useSetupToken } from '../../../packages/server/src/store/setup-token.ts'
import {
  createTicket,
  deleteExpiredTickets,
  useTicket,
} from '../../../packages/server/src/store/socket-tickets.ts'
import { newAccount, newStore, newToken, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('who may come in, on %s', (kind) => {
  let database: TestDatabase
  let storeId: number

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
  })
  afterAll(() => database.discard())

  const addPerson = (email: string) =>
    runAsEntrance(database, (tx) => createPerson(tx, { email, passwordHash: 'argon', at: NOW }))
  const addAccount = (personId: number, ofStore: number, role: Role = 'agent') =>
    runAsStore(database, ofStore, (tx) => {
      const made = { storeId: ofStore, personId, publicId: newToken(), name: 'Lin', role, at: NOW }
      return createAccount(tx, made)
    })
  const signIn = async (accountId: number, expiresAt = NOW + 1_000) => {
    const tokenHash = newToken()
    const session = await runAsStore(database, storeId, (tx) =>
      createAccountSession(tx, {
        storeId,
        accountId,
        publicId: newToken(),
        tokenHash,
        at: NOW,
        expiresAt,
        browser: 'Firefox',
        address: '203.0.113.7',
      }),
    )
    return { session, tokenHash }
  }

  test('an e-mail belongs to one person, however it is written', async () => {
    const person = await addPerson('Lín.Wáng@Shop.Example')
    expect(person).toMatchObject({ email: 'Lín.Wáng@Shop.Example', passwordHash: 'argon' })
    expect(await addPerson('LÍN.WÁNG@SHOP.EXAMPLE')).toBeNull()
    const found = await runAsEntrance(database, (tx) => personByEmail(tx, 'lín.wáng@shop.example'))
    expect(found).toEqual(person)
    expect(await runAsEntrance(database, (tx) => personByEmail(tx, 'nobody@shop.example'))).toBeNull()
  })

  test('a person has one account in each store, and a store sees its own', async () => {
    const other = await newStore(database)
    const person = (await addPerson(`${newToken()}@shop.example`))!
    const here = (await addAccount(person.id, storeId))!
    const there = (await addAccount(person.id, other.id, 'owner'))!
    expect(here).toMatchObject({ storeId, email: person.email, role: 'agent', disabledAt: null })
    expect(await addAccount(person.id, storeId)).toBeNull()
    expect(await runAsEntrance(database, (tx) => accountsOfPerson(tx, person.id))).toEqual([here, there])
    await runAsStore(database, storeId, async (tx) => {
      expect(await accountById(tx, storeId, here.id)).toEqual(here)
      expect(await accountByPublicId(tx, storeId, here.publicId)).toEqual(here)
      expect(await accountByPublicId(tx, other.id, there.publicId)).toBeNull()
    })
  })

  test('a store sees the e-mails of its own people, and no password', async () => {
    const other = await newStore(database)
    const stranger = await newAccount(database, other.id)
    await newAccount(database, storeId)
    const seen = await runAsStore(database, storeId, (tx) =>
      tx.selectFrom('person').select(['id', 'email']).execute(),
    )
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.map(({ id }) => id)).not.toContain(stranger.personId)
    const peeking = runAsStore(database, storeId, (tx) =>
      tx.selectFrom('person').select('passwordHash').execute(),
    )
    await expect(peeking).rejects.toMatchObject({ code: '42501' })
  })

  test('a store has one owner', async () => {
    const { id: ofStore } = await newStore(database)
    const before = await runAsEntrance(database, countOwners)
    const owner = await newAccount(database, ofStore, { role: 'owner' })
    const admin = await newAccount(database, ofStore, { role: 'admin' })
    expect(await runAsEntrance(database, countOwners)).toBe(before + 1)
    const raising = runAsStore(database, ofStore, (tx) => changeAccount(tx, admin, { role: 'owner' }))
    await expect(raising).rejects.toMatchObject({ code: '23505' })
    await runAsStore(database, ofStore, async (tx) => {
      await changeAccount(tx, owner, { role: 'admin' })
      await changeAccount(tx, admin, { role: 'owner' })
    })
    expect(await runAsEntrance(database, countOwners)).toBe(before + 1)
  })

  test('a session is found by its token, touched, ended and cleaned up', async () => {
    const account = await newAccount(database, storeId)
    const { session, tokenHash } = await signIn(account.id)
    const find = () => runAsEntrance(database, (tx) => findAccountSession(tx, tokenHash))
    expect(await find()).toEqual({ session, account })
    await runAsStore(database, storeId, (tx) => touchAccountSession(tx, storeId, session.id, NOW + 5))
    await runAsStore(database, storeId, (tx) => touchAccountSession(tx, storeId, session.id, NOW + 3))
    expect((await find())?.session.seenAt).toBe(NOW + 5)
    expect(await runAsEntrance(database, (tx) => accountSessionById(tx, storeId, session.id))).toMatchObject({
      account,
    })

    const ended = await signIn(account.id, NOW)
    expect(await runAsEntrance(database, (tx) => deleteExpiredAccountSessions(tx, NOW))).toBe(1)
    expect(await runAsEntrance(database, (tx) => findAccountSession(tx, ended.tokenHash))).toBeNull()
    await runAsStore(database, storeId, (tx) => deleteAccountSession(tx, storeId, session.id))
    expect(await find()).toBeNull()
  })

  test('a ticket opens once, before it expires, and dies with its session', async () => {
    const account = await newAccount(database, storeId)
    const { session } = await signIn(account.id)
    const ticket = async (expiresAt: number) => {
      const ticketHash = newToken()
      const made = { storeId, accountId: account.id, sessionId: session.id, ticketHash, expiresAt }
      await runAsStore(database, storeId, (tx) => createTicket(tx, made))
      return ticketHash
    }
    const use = (hash: string) => runAsEntrance(database, (tx) => useTicket(tx, hash, NOW))
    const good = await ticket(NOW + 1)
    const uses = await Promise.all([use(good), use(good), use(good)])
    expect(uses.filter((used) => used !== null)).toEqual([
      { storeId, accountId: account.id, sessionId: session.id },
    ])
    expect(await use(await ticket(NOW))).toBeNull()

    await ticket(NOW - 1)
    expect(await runAsEntrance(database, (tx) => deleteExpiredTickets(tx, NOW))).toBe(1)
    const orphan = await ticket(NOW + 1)
    await runAsStore(database, storeId, (tx) => deleteAccountSession(tx, storeId, session.id))
    expect(await use(orphan)).toBeNull()
  })

  test('an API token is listed, found, touched and taken back by its own account only', async () => {
    const [account, other] = [await newAccount(database, storeId), await newAccount(database, storeId)]
    const tokenHash = newToken()
    const token = await runAsStore(database, storeId, (tx) =>
      createApiToken(tx, {
        storeId,
        publicId: newToken(),
        accountId: account.id,
        name: 'ci',
        scopes: ['flow:read', 'flow:publish'],
        tokenHash,
        at: NOW,
        expiresAt: NOW + 9,
      }),
    )
    await runAsStore(database, storeId, (tx) => touchApiToken(tx, storeId, token.id, NOW + 1))
    expect(await runAsEntrance(database, (tx) => findApiToken(tx, tokenHash))).toEqual({
      token: { ...token, usedAt: NOW + 1 },
      account,
    })
    await runAsStore(database, storeId, async (tx) => {
      expect(await apiTokensOf(tx, storeId, account.id)).toHaveLength(1)
      expect(await apiTokensOf(tx, storeId, other.id)).toEqual([])
      expect(await deleteApiToken(tx, storeId, other.id, token.publicId)).toBe(false)
      expect(await deleteApiToken(tx, storeId, account.id, token.publicId)).toBe(true)
    })
    expect(await runAsEntrance(database, (tx) => findApiToken(tx, tokenHash))).toBeNull()
  })

  test('the last set-up link works, once, and the account it is for comes with it or not at all', async () => {
    const [old, current] = [newToken(), newToken()]
    await runAsEntrance(database, (tx) => putSetupToken(tx, old, NOW))
    await runAsEntrance(database, (tx) => putSetupToken(tx, current, NOW))
    expect(await runAsEntrance(database, (tx) => isSetupToken(tx, old))).toBe(false)
    expect(await runAsEntrance(database, (tx) => useSetupToken(tx, old))).toBe(false)

    const failing = runAsEntrance(database, async (tx) => {
      expect(await useSetupToken(tx, current)).toBe(true)
      await continueAsStore(tx, storeId)
      throw new Error('the account could not be created')
    })
    await expect(failing).rejects.toThrow('the account could not be created')
    expect(await runAsEntrance(database, (tx) => isSetupToken(tx, current))).toBe(true)

    const both = await Promise.all(
      [1, 2].map(() => runAsEntrance(database, (tx) => useSetupToken(tx, current))),
    )
    expect(both.filter(Boolean)).toHaveLength(1)
  })
})
