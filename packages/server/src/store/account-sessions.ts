import type { AccountRow } from './accounts.ts'
import type { Tx } from './database.ts'

/** A signed-in browser. The cookie's token is kept as its SHA-256 in hex only. */
export interface AccountSessionRow {
  readonly storeId: number
  readonly id: number
  readonly accountId: number
  readonly createdAt: number
  /** Last use that was written down; the idle limit counts from it. */
  readonly seenAt: number
  /** The absolute end. */
  readonly expiresAt: number
}

const COLUMNS = [
  'storeId',
  'id',
  'accountId',
  'createdAt',
  'seenAt',
  'expiresAt',
] as const satisfies readonly (keyof AccountSessionRow)[]

export interface NewAccountSession {
  readonly storeId: number
  readonly accountId: number
  readonly tokenHash: string
  readonly at: number
  readonly expiresAt: number
}

/** Signs a browser in. As the store. */
export function createAccountSession(tx: Tx, { at, ...made }: NewAccountSession): Promise<AccountSessionRow> {
  return tx
    .insertInto('accountSession')
    .values({ ...made, createdAt: at, seenAt: at })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** Who holds the cookie with this hash, expired or not, disabled or not: the caller decides. As the entrance. */
export async function findAccountSession(
  tx: Tx,
  tokenHash: string,
): Promise<{ readonly session: AccountSessionRow; readonly account: AccountRow } | null> {
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
): Promise<{ readonly session: AccountSessionRow; readonly account: AccountRow } | null> {
  const session = await tx
    .selectFrom('accountSession')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return session === undefined ? null : withAccount(tx, session)
}

/** Writes down that the session was used. As the store. */
export async function touchAccountSession(
  tx: Tx,
  storeId: number,
  sessionId: number,
  at: number,
): Promise<void> {
  await tx
    .updateTable('accountSession')
    .set({ seenAt: at })
    .where('storeId', '=', storeId)
    .where('id', '=', sessionId)
    .where('seenAt', '<', at)
    .execute()
}

/** Signs out; its unused tickets go with it. As the store. */
export async function deleteAccountSession(tx: Tx, storeId: number, sessionId: number): Promise<void> {
  await tx.deleteFrom('accountSession').where('storeId', '=', storeId).where('id', '=', sessionId).execute()
}

/** Removes what has expired, of all stores; returns how many. As the entrance. */
export async function deleteExpiredAccountSessions(tx: Tx, at: number): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('accountSession')
    .where('expiresAt', '<=', at)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function withAccount(tx: Tx, session: AccountSessionRow) {
  const account = await tx
    .selectFrom('account')
    .select(['storeId', 'id', 'publicId', 'name', 'email', 'role', 'disabledAt'])
    .where('storeId', '=', session.storeId)
    .where('id', '=', session.accountId)
    .executeTakeFirstOrThrow()
  return { session, account }
}
