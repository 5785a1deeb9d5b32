import type { Refused } from '../reception/refused.ts'
import { accountByPublicId, type AccountRow } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'

/** Whose settings: the store's, the actor's own, or those of the account with this public id (PRM-04). */
export type SettingScope = 'store' | AccountScope

export type AccountScope = 'self' | { readonly account: string }

/** What is saved for whom, after which revision. With null an account follows the store again; the store has nobody to follow. */
export type ScopedSave<Settings> =
  | { readonly scope: 'store'; readonly settings: Settings; readonly revision: number }
  | { readonly scope: AccountScope; readonly settings: Settings | null; readonly revision: number }

/** The account whose settings are meant; a null `account`: none, they are the store's. As the store. */
export async function accountIn(
  tx: Tx,
  self: AccountRow,
  scope: SettingScope,
): Promise<{ readonly account: AccountRow | null } | Refused> {
  if (scope === 'store') return { account: null }
  if (scope === 'self') return { account: self }
  const account = await accountByPublicId(tx, self.storeId, scope.account)
  return account === null ? { refused: 'NOT_FOUND' } : { account }
}
