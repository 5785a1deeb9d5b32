import type { AcceptBody, InvitationShown } from '@shopbell/protocol'
import { isRefused, type Refused } from '../reception/refused.ts'
import { type AccountRow, createAccount } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import { findInvitation, useInvitation } from '../store/invitations.ts'
import { createPerson, personByEmail, type PersonRow } from '../store/persons.ts'
import { continueAsStore, runAsEntrance } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import type { Client } from './client.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'
import { newPublicId } from './public-id.ts'
import { recordAudit } from './record-audit.ts'
import { secretHash } from './secret.ts'

const LINK_UNKNOWN = { refused: 'LINK_UNKNOWN' } as const

/** What the link invites to, for the page that accepts it; used, expired and unknown links look alike. */
export function showInvitation(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  token: string,
): Promise<InvitationShown | Refused> {
  return runAsEntrance(database, async (tx) => {
    const found = await findInvitation(tx, secretHash(token), clock.now())
    if (found === null) return LINK_UNKNOWN
    const { storeName, email, role, expiresAt } = found
    const known = (await personByEmail(tx, email)) !== null
    return { store: storeName, email, role, expiresAt, known }
  })
}

/**
 * Makes the account and signs in. Who is new chooses a password; who signs in here already proves it with their own, because whoever
 * made the link can read it: an invitation must never open somebody's other store (reliability: A9). The link is used up in the
 * transaction that makes the account.
 */
export async function acceptInvitation(
  accounts: Pick<Accounts, 'database' | 'clock' | 'passwords' | 'signInLimits'>,
  { token, name, password }: AcceptBody,
  client: Client,
): Promise<BegunSession | Refused> {
  const { database, clock } = accounts
  const tokenHash = secretHash(token)
  const at = clock.now()
  const invited = await runAsEntrance(database, async (tx) => {
    const found = await findInvitation(tx, tokenHash, at)
    return found === null ? null : { ...found, person: await personByEmail(tx, found.email) }
  })
  if (invited === null) return LINK_UNKNOWN
  const { storeId, email, role } = invited
  const proof = await provePassword(accounts, invited.person, { email, password, address: client.address })
  if (isRefused(proof)) return proof

  const account = await runAsEntrance(database, async (tx): Promise<AccountRow | null> => {
    if (!(await useInvitation(tx, tokenHash))) return null
    const person = await admitPerson(tx, invited.person, { email, at, ...proof })
    await continueAsStore(tx, storeId)
    const made = { storeId, personId: person.id, publicId: newPublicId(), name, role, at }
    const created = await createAccount(tx, made)
    if (created === null) throw new Error('They came into the store by another way at the same moment.')
    await recordAudit(
      tx,
      { ...created, accountId: created.id },
      { at, action: 'invitation_accepted', subject: email, details: { role } },
    )
    return created
  })
  return account === null ? LINK_UNKNOWN : beginSession(accounts, account, client)
}

/** Of a new person, the hash of what they chose; of a known one, that they know theirs. */
async function provePassword(
  { passwords, signInLimits }: Pick<Accounts, 'passwords' | 'signInLimits'>,
  person: PersonRow | null,
  {
    email,
    password,
    address,
  }: { readonly email: string; readonly password: string; readonly address: string },
): Promise<{ readonly passwordHash: string } | Refused> {
  const waitMs = signInLimits.take(address, email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }
  const busy = { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS } as const
  if (person === null) {
    const passwordHash = await passwords.hash(password)
    if (passwordHash === 'busy') return busy
    signInLimits.giveBack(address, email)
    return { passwordHash }
  }
  const checked = await passwords.check(person.passwordHash, password)
  if (checked === 'busy') return busy
  if (checked === 'mismatch') return { refused: 'WRONG_PASSWORD' }
  signInLimits.giveBack(address, email)
  return { passwordHash: person.passwordHash }
}

/** Somebody who became known since we looked has a password of their own, which nobody proved: the transaction is taken back. */
async function admitPerson(
  tx: Tx,
  person: PersonRow | null,
  made: { readonly email: string; readonly passwordHash: string; readonly at: number },
): Promise<PersonRow> {
  const admitted = person ?? (await createPerson(tx, made))
  if (admitted === null) throw new Error('They became known at the same moment.')
  return admitted
}
