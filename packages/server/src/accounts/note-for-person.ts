import { accountsOfPerson } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import { type Audited, recordAudit } from './record-audit.ts'

/** What a person does to their own password concerns every store they work for. As the entrance. */
export async function noteForPerson(tx: Tx, personId: number, audited: Audited): Promise<void> {
  for (const account of await accountsOfPerson(tx, personId))
    await recordAudit(tx, { ...account, accountId: account.id }, audited)
}
