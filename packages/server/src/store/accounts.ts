import type { Role } from '@shopbell/protocol'
import type { Tx } from './database.ts'

/** A person's place in one store. */
export interface AccountRow {
  readonly storeId: number
  readonly id: number
  readonly publicId: string
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly disabledAt: number | null
}

/** An account as the list of people shows it. */
export interface ListedAccountRow extends AccountRow {
  readonly createdAt: number
  /** Null: never signed in. */
  readonly seenAt: number | null
}

export interface NewAccount {
  readonly storeId: number
  readonly personId: number
  readonly publicId: string
  readonly name: string
  readonly role: Role
  readonly at: number
}

/** The accounts of stores that are not being removed, each with its person's e-mail. As the store, or as the entrance. */
export function selectAccounts(tx: Tx) {
  return tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .innerJoin('store', 'store.id', 'account.storeId')
    .select([
      'account.storeId',
      'account.id',
      'account.publicId',
      'account.personId',
      'account.name',
      'person.email',
      'account.role',
      'account.disabledAt',
    ])
    .where('store.removedAt', 'is', null)
}

/** Gives a person a place in the store; null: they have one. As the store. */
export async function createAccount(tx: Tx, { at, ...made }: NewAccount): Promise<AccountRow | null> {
  const row = await tx
    .insertInto('account')
    .values({ ...made, createdAt: at })
    .onConflict((conflict) => conflict.columns(['storeId', 'personId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row === undefined ? null : accountById(tx, made.storeId, row.id)
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

/** The accounts of one person in all stores, the one used last first. As the entrance. */
export function accountsOfPerson(tx: Tx, personId: number): Promise<readonly AccountRow[]> {
  return selectAccounts(tx)
    .where('account.personId', '=', personId)
    .orderBy('account.seenAt', (order) => order.desc().nullsLast())
    .orderBy('account.storeId')
    .execute()
}

/** All accounts of the store, in the order in which they came. As the store. */
export function accountsOfStore(tx: Tx, storeId: number): Promise<readonly ListedAccountRow[]> {
  return selectAccounts(tx)
    .select(['account.createdAt', 'account.seenAt'])
    .where('account.storeId', '=', storeId)
    .orderBy('account.id')
    .execute()
}

/** The names of these accounts, whether they are still there to act or not. As the store. */
export async function accountNames(
  tx: Tx,
  storeId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('storeId', '=', storeId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The ids by which clients know these accounts, whether they are still there to act or not. As the store. */
export async function accountPublicIds(
  tx: Tx,
  storeId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'publicId'])
    .where('storeId', '=', storeId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, publicId }) => [id, publicId]))
}

/** An account of the store. As the store. */
export async function accountById(tx: Tx, storeId: number, accountId: number): Promise<AccountRow | null> {
  const row = await selectAccounts(tx)
    .where('account.storeId', '=', storeId)
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/** An account of the store, by the id that clients know. As the store. */
export async function accountByPublicId(
  tx: Tx,
  storeId: number,
  publicId: string,
): Promise<AccountRow | null> {
  const row = await selectAccounts(tx)
    .where('account.storeId', '=', storeId)
    .where('account.publicId', '=', publicId)
    .executeTakeFirst()
  return row ?? null
}

/** Changes an account; what is left out stays. As the store. */
export async function changeAccount(
  tx: Tx,
  { storeId, id }: Pick<AccountRow, 'storeId' | 'id'>,
  changes: Partial<Pick<AccountRow, 'name' | 'role' | 'disabledAt'>>,
): Promise<void> {
  await tx
    .updateTable('account')
    .set(changes)
    .where('storeId', '=', storeId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** Lets nobody else change the store's accounts until the transaction ends. As the store. */
export async function lockAccounts(tx: Tx, storeId: number): Promise<void> {
  await tx
    .selectFrom('account')
    .select('id')
    .where('storeId', '=', storeId)
    .orderBy('id')
    .forUpdate()
    .execute()
}
