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
  accountByEmail,
  accountById,
  accountByPublicId,
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
import { continueAsStore, runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { isSetupToken, putSetupToken, useSetupToken } from '../../../packages/server/src/store/setup-token.ts'
import {
  createTicket,
  deleteExpiredTickets,
  useTicket,
} from '../../../packages/server/src/store/socket-tickets.ts'
import { newStore, newToken, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('who may come in, on %s', (kind) => {
  let database: TestDatabase
  let storeId: number

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
  })
  afterAll(() => database.discard())

  const addAccount = (email: string, ofStore = storeId) =>
    runAsStore(database, ofStore, (tx) =>
      createAccount(tx, {
        storeId: ofStore,
        publicId: newToken(),
        name: 'Lin',
        email,
        role: 'owner',
        passwordHash: 'argon',
        at: NOW,
      }),
    )
  const newAccount = async () => (await addAccount(`${newToken()}@shop.example`))!
  const signIn = async (accountId: number, expiresAt = NOW + 1_000) => {
    const tokenHash = newToken()
    const session = await runAsStore(database, storeId, (tx) =>
      createAccountSession(tx, { storeId, accountId, tokenHash, at: NOW, expiresAt }),
    )
    return { session, tokenHash }
  }

  test('an e-mail belongs to one account of all stores, however it is written', async () => {
    const other = await newStore(database)
    const account = await addAccount('Lín.Wáng@Shop.Example')
    expect(account).toMatchObject({ email: 'Lín.Wáng@Shop.Example', disabledAt: null })
    expect(await addAccount('lín.wáng@shop.example')).toBeNull()
    expect(await addAccount('LÍN.WÁNG@SHOP.EXAMPLE', other.id)).toBeNull()
    const found = await runAsEntrance(database, (tx) => accountByEmail(tx, 'lín.wáng@shop.example'))
    expect(found).toEqual({ ...account, passwordHash: 'argon' })
    await runAsStore(database, storeId, async (tx) => {
      expect(await accountById(tx, storeId, account!.id)).toEqual(account)
      expect(await accountByPublicId(tx, storeId, account!.publicId)).toEqual(account)
    })
    await runAsStore(database, other.id, async (tx) => {
      expect(await accountByPublicId(tx, storeId, account!.publicId)).toBeNull()
    })
    expect(await runAsEntrance(database, (tx) => accountByEmail(tx, 'nobody@shop.example'))).toBeNull()
  })

  test('owners are counted over all stores', async () => {
    const before = await runAsEntrance(database, countOwners)
    await newAccount()
    expect(await runAsEntrance(database, countOwners)).toBe(before + 1)
  })

  test('a session is found by its token, touched, ended and cleaned up', async () => {
    const account = await newAccount()
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
    const account = await newAccount()
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
    const [account, other] = [await newAccount(), await newAccount()]
    const tokenHash = newToken()
    const token = await runAsStore(database, storeId, (tx) =>
      createApiToken(tx, {
        storeId,
        publicId: newToken(),
        accountId: account.id,
        name: 'ci',
        tokenHash,
        at: NOW,
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
