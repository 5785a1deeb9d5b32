import type { SetupBody } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'
import { type AccountRow, countOwners, createAccount } from '../store/accounts.ts'
import { createPerson } from '../store/persons.ts'
import { continueAsStore, runAsEntrance } from '../store/run-as.ts'
import { isSetupToken, useSetupToken } from '../store/setup-token.ts'
import type { Accounts } from './accounts.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import type { Client } from './client.ts'
import { firstStoreId } from './first-store-id.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'
import { newPublicId } from './public-id.ts'
import { secretHash } from './secret.ts'

/**
 * Creates the owner's account of the server's first store and signs in. The token is used up in the transaction that creates the
 * account: of all who send it at once, one wins, and a server that dies in between has done neither. 256 random bits need no limit
 * on guessing.
 */
export async function setUpOwner(
  accounts: Pick<Accounts, 'database' | 'clock' | 'passwords'>,
  { token, name, email, password }: SetupBody,
  client: Client,
): Promise<BegunSession | Refused> {
  const { database, clock, passwords } = accounts
  const tokenHash = secretHash(token)
  const refused = await runAsEntrance(database, async (tx): Promise<Refused | null> => {
    if ((await countOwners(tx)) > 0) return { refused: 'SETUP_DONE' }
    return (await isSetupToken(tx, tokenHash)) ? null : { refused: 'SETUP_TOKEN_UNKNOWN' }
  })
  if (refused !== null) return refused

  // The slow part comes before the token is used up: a server that is busy now can be asked again.
  const passwordHash = await passwords.hash(password)
  if (passwordHash === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  const storeId = await firstStoreId(accounts)
  const at = clock.now()

  const account = await runAsEntrance(database, async (tx): Promise<AccountRow | null> => {
    if (!(await useSetupToken(tx, tokenHash))) return null
    const person = await createPerson(tx, { email, passwordHash, at })
    if (person === null) throw new Error('There is a person with this e-mail, but no owner.')
    await continueAsStore(tx, storeId)
    const made = { storeId, personId: person.id, publicId: newPublicId(), name, role: 'owner', at } as const
    return createAccount(tx, made)
  })
  return account === null ? { refused: 'SETUP_TOKEN_UNKNOWN' } : beginSession(accounts, account, client)
}
