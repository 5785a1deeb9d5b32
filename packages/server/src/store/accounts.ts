import type { Role } from '@shopbell/protocol'
import type { Tx } from './database.ts'

/** A person of a store, without the password. */
export interface AccountRow {
  readonly storeId: number
  readonly id: number
  readonly publicId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabledAt: number | null
}

const COLUMNS = [
  'storeId',
  'id',
  'publicId',
  'name',
  'email',
  'role',
  'disabledAt',
] as const satisfies readonly (keyof AccountRow)[]

export interface NewAccount {
  readonly storeId: number
  readonly publicId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly passwordHash: string
  readonly at: number
}

/** Creates an account; null: the e-mail belongs to one already, of this store or another. As the store. */
export async function createAccount(tx: Tx, { at, ...made }: NewAccount): Promise<AccountRow | null> {
  const row = await tx
    .insertInto('account')
    .values({ ...made, emailKey: emailKey(made.email), createdAt: at })
    .onConflict((conflict) => conflict.column('emailKey').doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
  return row ?? null
}

/** How many owners there are in all stores; 0: the server waits to be set up. As the entrance. */
export async function countOwners(tx: Tx): Promise<number> {
  const { owners } = await tx
    .selectFrom('account')
    .select((row) => row.fn.countAll<number>().as('owners'))
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  return owners
}

/** The account with this e-mail, however its letters are cased, with its password's hash. As the entrance. */
export async function accountByEmail(
  tx: Tx,
  email: string,
): Promise<(AccountRow & { readonly passwordHash: string }) | null> {
  const row = await tx
    .selectFrom('account')
    .select([...COLUMNS, 'passwordHash'])
    .where('emailKey', '=', emailKey(email))
    .executeTakeFirst()
  return row ?? null
}

/** An account of the store. As the store. */
export async function accountById(tx: Tx, storeId: number, accountId: number): Promise<AccountRow | null> {
  const row = await tx
    .selectFrom('account')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/** An account of the store, by the id that clients know. As the store. */
export async function accountByPublicId(
  tx: Tx,
  storeId: number,
  publicId: string,
): Promise<AccountRow | null> {
  const row = await tx
    .selectFrom('account')
    .select(COLUMNS)
    .where('storeId', '=', storeId)
    .where('publicId', '=', publicId)
    .executeTakeFirst()
  return row ?? null
}

/** Lower case by our own rules, not by those of a database's collation: both databases must agree on who is who. */
function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase()
}
