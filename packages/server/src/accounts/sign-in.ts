import type { SignInBody } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'
import { accountsOfPerson } from '../store/accounts.ts'
import { insertAudit } from '../store/audit.ts'
import { personByEmail, type PersonRow } from '../store/persons.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { accountToOpen } from './account-to-open.ts'
import type { Accounts } from './accounts.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import type { Client } from './client.ts'
import { forgetExpired } from './forget-expired.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'

/**
 * Signs a browser in, to the store where the person was last. An e-mail that nobody has, a wrong password and a person whose
 * accounts are disabled get the same answer after the same work (reliability: A11).
 */
export async function signIn(
  accounts: Pick<Accounts, 'database' | 'clock' | 'log' | 'passwords' | 'signInLimits'>,
  { email, password }: SignInBody,
  client: Client,
): Promise<BegunSession | Refused> {
  const { database, log, passwords, signInLimits } = accounts
  const { address } = client
  const waitMs = signInLimits.take(address, email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }

  const person = await runAsEntrance(database, (tx) => personByEmail(tx, email))
  const checked = await passwords.check(person?.passwordHash ?? null, password)
  if (checked === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  const account = person !== null && checked === 'match' ? await accountToOpen(accounts, person.id) : null
  if (account === null) {
    // Not waited for: the answer must not take longer because there is somebody to note it for.
    if (person !== null)
      noteFailure(accounts, person, address).catch((error: unknown) => {
        log.warn({ err: error }, 'a failed sign-in could not be noted')
      })
    return { refused: 'WRONG_PASSWORD' }
  }

  signInLimits.giveBack(address, email)
  await forgetExpired(accounts)
  return beginSession(accounts, account, client)
}

/** Every store that the person works for hears of the guess. */
async function noteFailure(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  { id, email }: PersonRow,
  address: string,
): Promise<void> {
  const at = clock.now()
  await runAsEntrance(database, async (tx) => {
    for (const { storeId } of await accountsOfPerson(tx, id))
      await insertAudit(tx, {
        storeId,
        at,
        actorId: null,
        actorName: null,
        action: 'sign_in_failed',
        subject: email,
        address,
      })
  })
}
