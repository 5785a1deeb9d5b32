import type { SignInBody } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'
import { deleteExpiredAccountSessions } from '../store/account-sessions.ts'
import { accountByEmail } from '../store/accounts.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { deleteExpiredTickets } from '../store/socket-tickets.ts'
import type { Accounts } from './accounts.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'

/**
 * Signs a browser in. An e-mail that nobody has, a wrong password and a disabled account give the same answer after the same
 * work (reliability: A11). `address` is the client's, for the limits.
 */
export async function signIn(
  accounts: Omit<Accounts, 'bus'>,
  { email, password }: SignInBody,
  address: string,
): Promise<BegunSession | Refused> {
  const { database, passwords, signInLimits } = accounts
  const waitMs = signInLimits.take(address, email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }

  const account = await runAsEntrance(database, (tx) => accountByEmail(tx, email))
  const checked = await passwords.check(account?.passwordHash ?? null, password)
  if (checked === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  if (checked === 'mismatch' || account === null || account.disabledAt !== null) {
    return { refused: 'WRONG_PASSWORD' }
  }

  signInLimits.giveBack(address, email)
  await forgetExpired(accounts)
  return beginSession(accounts, account)
}

/** Signing in is rare and nobody waits for it in a hurry: a good moment to sweep. */
async function forgetExpired({ database, clock }: Pick<Accounts, 'database' | 'clock'>): Promise<void> {
  const at = clock.now()
  await runAsEntrance(database, async (tx) => {
    await deleteExpiredAccountSessions(tx, at)
    await deleteExpiredTickets(tx, at)
  })
}
