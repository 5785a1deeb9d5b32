import type { AccountRow } from '../store/accounts.ts'
import { accountById, accountByPublicId, lockAccounts } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import type { Actor } from './actor.ts'

/** Who acts and on whom, as they are now. */
export interface ActingOn {
  readonly self: AccountRow
  readonly other: AccountRow
}

/**
 * The actor as they are now, while nobody changes the store's accounts: a role can be lost between the request's check and its act.
 * Null: they may not act any more. As the store.
 */
export async function stillActing(tx: Tx, { storeId, accountId, role }: Actor): Promise<AccountRow | null> {
  await lockAccounts(tx, storeId)
  const self = await accountById(tx, storeId, accountId)
  return self === null || self.disabledAt !== null || self.role !== role ? null : self
}

/** The actor and the account of this id; a text is why not. As the store. */
export async function actingOn(
  tx: Tx,
  actor: Actor,
  publicId: string,
): Promise<ActingOn | 'FORBIDDEN' | 'NOT_FOUND'> {
  const self = await stillActing(tx, actor)
  if (self === null) return 'FORBIDDEN'
  const other = await accountByPublicId(tx, actor.storeId, publicId)
  return other === null ? 'NOT_FOUND' : { self, other }
}
