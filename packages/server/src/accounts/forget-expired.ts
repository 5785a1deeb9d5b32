import { deleteExpiredAccountSessions } from '../store/account-sessions.ts'
import { forgetAuditAddresses, forgetFailedSignIns } from '../store/audit.ts'
import { deleteExpiredPasswordResets } from '../store/password-resets.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { deleteExpiredTickets } from '../store/socket-tickets.ts'
import type { Accounts } from './accounts.ts'

const DAY_MS = 86_400_000
/** Addresses are personal (PRV-03). */
const ADDRESSES_KEPT_MS = 7 * DAY_MS
/** Whoever looks into guesses does so soon, and there can be many. */
const FAILED_SIGN_INS_KEPT_MS = 90 * DAY_MS

/** Signing in is rare and nobody waits for it in a hurry: a good moment to sweep. */
export async function forgetExpired({
  database,
  clock,
}: Pick<Accounts, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  await runAsEntrance(database, async (tx) => {
    await deleteExpiredAccountSessions(tx, at)
    await deleteExpiredTickets(tx, at)
    await deleteExpiredPasswordResets(tx, at)
    await forgetAuditAddresses(tx, at - ADDRESSES_KEPT_MS)
    await forgetFailedSignIns(tx, at - FAILED_SIGN_INS_KEPT_MS)
  })
}
