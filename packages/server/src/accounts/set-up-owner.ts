import type { SetupBody } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'
import { countOwners, createAccount } from '../store/accounts.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import { isSetupToken, useSetupToken } from '../store/setup-token.ts'
import type { Accounts } from './accounts.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import { firstStoreId } from './first-store.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'
import { newPublicId } from './public-id.ts'
import { secretHash } from './secret.ts'

/**
 * Creates the owner's account of the server's first store and signs in. The token works once; of two who send it at once, one wins.
 * A server that dies in between prints a fresh link at its next start.
 */
export async function setUpOwner(
  accounts: Omit<Accounts, 'bus'>,
  { token, name, email, password }: SetupBody,
  address: string,
): Promise<BegunSession | Refused> {
  const { database, clock, passwords, signInLimits } = accounts
  const waitMs = signInLimits.take(address, email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }

  const refused = await runAsEntrance(database, async (tx): Promise<Refused | null> => {
    if ((await countOwners(tx)) > 0) return { refused: 'SETUP_DONE' }
    return (await isSetupToken(tx, secretHash(token))) ? null : { refused: 'SETUP_TOKEN_UNKNOWN' }
  })
  if (refused !== null) return refused

  // The slow part comes before the token is used up: a server that is busy now can be asked again.
  const passwordHash = await passwords.hash(password)
  if (passwordHash === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  const storeId = await firstStoreId(accounts)
  const won = await runAsEntrance(database, (tx) => useSetupToken(tx, secretHash(token)))
  if (!won) return { refused: 'SETUP_TOKEN_UNKNOWN' }

  const made = {
    storeId,
    publicId: newPublicId(),
    name,
    email,
    role: 'owner',
    passwordHash,
    at: clock.now(),
  } as const
  const account = await runAsStore(database, storeId, (tx) => createAccount(tx, made))
  if (account === null) throw new Error('There is an account with this e-mail, but no owner.')
  signInLimits.giveBack(address, email)
  return beginSession(accounts, account)
}
