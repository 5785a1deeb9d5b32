import { type AccountRow, selectAccounts } from './accounts.ts'
import type { Tx } from './database.ts'

/** A signed-in browser. The cookie's token is kept as its SHA-256 in hex only. */
export interface AccountSessionRow {
  readonly storeId: number
  readonly id: number
  readonly publicId: string
  readonly accountId: number
  readonly createdAt: number
  /** Last use that was written down; the idle limit counts from it. */
  readonly seenAt: number
  /** The absolute end. */
  readonly expiresAt: number
  /** The `User-Agent` it was begun with. */
  readonly browser: string | null
  readonly address: string | null
}

const COLUMNS = [
  'storeId',
  'id',
  'publicId',
  'accountId',
  'createdAt',
  'seenAt',
  'expiresAt',
  'browser',
  'address',
] as const satisfies readonly (keyof AccountSessionRow)[]

export interface NewAccountSession {
  readonly storeId: number
  readonly accountId: number
  readonly publicId: string
  readonly tokenHash: string
  readonly at: number
  readonly expiresAt: number
  readonly browser: string | null
  readonly address: string | null
}

/** Who a session belongs to. */
export interface HeldSession {
  readonly session: AccountSessionRow
  readonly account: AccountRow
}

/** Signs a browser in. As the store. */
export async function createAccountSession(
  tx: Tx,
  { at, ...made }: NewAccountSession,
): Promise<AccountSessionRow> {
  await noteAccountSeen(tx, made.storeId, made.accountId, at)
  return tx
    .insertInto('accountSession')
    .values({ ...made, createdAt: at, seenAt: at })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** Who holds the cookie with this hash, expired or not, disabled or not: the caller decides. As the entrance. */
export async function findAccountSession(tx: Tx, tokenHash: string): Promise<HeldSession | null> {
  const session = await tx
    .selectFrom('accountSession')
    .select(COLUMNS)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  return session === undefined ? null : withAccount(tx, session)
}

/** The same by key, for the repeated check of an open socket. As the entrance. */
export async function accountSessionById(
  tx: Tx,
  storeId: number,
  sessionId: number,
): Promise<HeldSession | null> {
  const session = await tx
    .selectFrom('accountSession')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return session === undefined ? null : withAccount(tx, session)
}

/** All sessions of a person, in whichever store, the one used last first. As the entrance. */
export function sessionsOfPerson(tx: Tx, personId: number): Promise<readonly AccountSessionRow[]> {
  return tx
    .selectFrom('accountSession')
    .select(COLUMNS)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account')
          .select('id')
          .whereRef('account.storeId', '=', 'accountSession.storeId')
          .whereRef('account.id', '=', 'accountSession.accountId')
          .where('account.personId', '=', personId),
      ),
    )
    .orderBy('seenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Writes down that the session, and so its account, was used. As the store. */
export async function touchAccountSession(
  tx: Tx,
  storeId: number,
  sessionId: number,
  at: number,
): Promise<void> {
  const touched = await tx
    .updateTable('accountSession')
    .set({ seenAt: at })
    .where('storeId', '=', storeId)
    .where('id', '=', sessionId)
    .where('seenAt', '<', at)
    .returning('accountId')
    .executeTakeFirst()
  if (touched !== undefined) await noteAccountSeen(tx, storeId, touched.accountId, at)
}

/** Signs out; its unused tickets go with it. As the store, or as the entrance. */
export async function deleteAccountSession(tx: Tx, storeId: number, sessionId: number): Promise<void> {
  await tx.deleteFrom('accountSession').where('storeId', '=', storeId).where('id', '=', sessionId).execute()
}

/** Signs an account out everywhere; returns the sessions that ended. As the store. */
export async function deleteSessionsOfAccount(
  tx: Tx,
  storeId: number,
  accountId: number,
): Promise<readonly number[]> {
  const rows = await tx
    .deleteFrom('accountSession')
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Signs everybody of the store out; returns the sessions that ended. As the store. */
export async function deleteSessionsOfStore(tx: Tx, storeId: number): Promise<readonly number[]> {
  const rows = await tx.deleteFrom('accountSession').where('storeId', '=', storeId).returning('id').execute()
  return rows.map(({ id }) => id)
}

/** The sessions of one account. As the store. */
export async function sessionIdsOfAccount(
  tx: Tx,
  storeId: number,
  accountId: number,
): Promise<readonly number[]> {
  const rows = await tx
    .selectFrom('accountSession')
    .select('id')
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Removes what has expired, of all stores; returns how many. As the entrance. */
export async function deleteExpiredAccountSessions(tx: Tx, at: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('accountSession')
    .where('expiresAt', '<=', at)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function noteAccountSeen(tx: Tx, storeId: number, accountId: number, at: number): Promise<void> {
  await tx
    .updateTable('account')
    .set({ seenAt: at })
    .where('storeId', '=', storeId)
    .where('id', '=', accountId)
    .execute()
}

async function withAccount(tx: Tx, session: AccountSessionRow): Promise<HeldSession | null> {
  const account = await selectAccounts(tx)
    .where('account.storeId', '=', session.storeId)
    .where('account.id', '=', session.accountId)
    .executeTakeFirst()
  return account === undefined ? null : { session, account }
}
