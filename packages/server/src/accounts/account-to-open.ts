import { type AccountRow, accountsOfPerson } from '../store/accounts.ts'
import { runAsEntrance } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'

/** The person's account that was used last and may be used; null: they may come in nowhere (reliability: A7). */
export async function accountToOpen(
  { database }: Pick<Accounts, 'database'>,
  personId: number,
): Promise<AccountRow | null> {
  const theirs = await runAsEntrance(database, (tx) => accountsOfPerson(tx, personId))
  return theirs.find(({ disabledAt }) => disabledAt === null) ?? null
}
