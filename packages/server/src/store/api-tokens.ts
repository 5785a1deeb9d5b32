import type { TokenScope } from '@shopbell/protocol'
import { type AccountRow, selectAccounts } from './accounts.ts'
import type { Tx } from './database.ts'

/** An API token as its owner sees it; the secret is kept as its SHA-256 in hex only. */
export interface ApiTokenRow {
  readonly storeId: number
  readonly id: number
  readonly publicId: string
  readonly accountId: number
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: number
  /** Null: never. */
  readonly expiresAt: number | null
  readonly usedAt: number | null
}

const COLUMNS = [
  'storeId',
  'id',
  'publicId',
  'accountId',
  'name',
  'scopes',
  'createdAt',
  'expiresAt',
  'usedAt',
] as const satisfies readonly (keyof ApiTokenRow)[]

export interface NewApiToken {
  readonly storeId: number
  readonly publicId: string
  readonly accountId: number
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly tokenHash: string
  readonly at: number
  /** Null: never. */
  readonly expiresAt: number | null
}

/** As the store. */
export function createApiToken(tx: Tx, { at, scopes, ...made }: NewApiToken): Promise<ApiTokenRow> {
  return tx
    .insertInto('apiToken')
    .values({ ...made, scopes: JSON.stringify(scopes), createdAt: at })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** The tokens of one account, newest first. As the store. */
export function apiTokensOf(tx: Tx, storeId: number, accountId: number): Promise<readonly ApiTokenRow[]> {
  return tx
    .selectFrom('apiToken')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .execute()
}

/** Whose token has this hash. As the entrance. */
export async function findApiToken(
  tx: Tx,
  tokenHash: string,
): Promise<{ readonly token: ApiTokenRow; readonly account: AccountRow } | null> {
  const token = await tx
    .selectFrom('apiToken')
    .select(COLUMNS)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
  if (token === undefined) return null
  const account = await selectAccounts(tx)
    .where('account.storeId', '=', token.storeId)
    .where('account.id', '=', token.accountId)
    .executeTakeFirst()
  return account === undefined ? null : { token, account }
}

/** Writes down that the token was used. As the store. */
export async function touchApiToken(tx: Tx, storeId: number, tokenId: number, at: number): Promise<void> {
  await tx
    .updateTable('apiToken')
    .set({ usedAt: at })
    .where('storeId', '=', storeId)
    .where('id', '=', tokenId)
    .execute()
}

/** Takes a token back; false: the account has none of this id. As the store. */
export async function deleteApiToken(
  tx: Tx,
  storeId: number,
  accountId: number,
  publicId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('apiToken')
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .where('publicId', '=', publicId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
