import type { ResetBody, SecretLink } from '@shopbell/protocol'
import { type Done, isRefused, type Refused } from '../reception/refused.ts'
import { type AccountRow, accountsOfPerson } from '../store/accounts.ts'
import { insertAudit } from '../store/audit.ts'
import type { Tx } from '../store/database.ts'
import { findPasswordReset, putPasswordReset, usePasswordReset } from '../store/password-resets.ts'
import { personByEmail, setPasswordHash } from '../store/persons.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { actingOn } from './acting.ts'
import type { Actor } from './actor.ts'
import { endSessionsOfPerson } from './end-sessions.ts'
import { resetLetter } from './letters.ts'
import { mailLetter } from './mail-letter.ts'
import { noteForPerson } from './note-for-person.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'
import { outranks } from './outranks.ts'
import { recordAudit } from './record-audit.ts'
import { secretHash } from './secret.ts'
import { newSecretLink } from './secret-link.ts'

const RESET_LIFETIME_MS = 3_600_000

/**
 * A link for a colleague who forgot their password, shown to who makes it. Only for people below the actor (`RANK_TOO_LOW`), and never
 * for somebody who works for another store, too (`PERSON_ELSEWHERE`): it would open that one.
 */
export async function makeResetLink(
  accounts: Pick<Accounts, 'database' | 'clock' | 'ownOrigin'>,
  actor: Actor,
  publicId: string,
): Promise<SecretLink | Refused> {
  const { database, clock } = accounts
  const at = clock.now()
  const outcome = await runAsStore(database, actor.storeId, async (tx): Promise<AccountRow | Refused> => {
    const acting = await actingOn(tx, actor, publicId)
    if (typeof acting === 'string') return { refused: acting }
    return outranks(acting.self.role, acting.other.role) ? acting.other : { refused: 'RANK_TOO_LOW' }
  })
  if (isRefused(outcome)) return outcome
  const { personId, name, email } = outcome
  const { link, tokenHash } = newSecretLink(accounts, 'new-password')
  const expiresAt = at + RESET_LIFETIME_MS
  const isOnlyHere = await runAsEntrance(database, async (tx) => {
    const places = await accountsOfPerson(tx, personId)
    if (places.some(({ storeId }) => storeId !== actor.storeId)) return false
    await putPasswordReset(tx, { personId, tokenHash, at, expiresAt })
    return true
  })
  if (!isOnlyHere) return { refused: 'PERSON_ELSEWHERE' }
  await runAsStore(database, actor.storeId, (tx) =>
    recordAudit(tx, actor, { at, action: 'reset_link_made', subject: `${name} <${email}>` }),
  )
  return { link, expiresAt, mailed: false }
}

/**
 * Mails a link to who asks for one. The answer and its time are the same whether or not anybody has this e-mail: what is done for
 * somebody is not waited for (reliability: A11). Limited like signing in.
 */
export function requestReset(
  accounts: Pick<Accounts, 'database' | 'clock' | 'log' | 'sendMail' | 'signInLimits' | 'ownOrigin'>,
  email: string,
  address: string,
): { readonly mails: boolean } | Refused {
  const { signInLimits, sendMail, log } = accounts
  const waitMs = signInLimits.take(address, email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }
  if (sendMail === null) return { mails: false }
  mailResetLink(accounts, email).catch((error: unknown) => {
    log.error({ err: error }, 'a link for a new password could not be made')
  })
  return { mails: true }
}

async function mailResetLink(
  accounts: Pick<Accounts, 'database' | 'clock' | 'log' | 'sendMail' | 'ownOrigin'>,
  email: string,
): Promise<void> {
  const made = await putLinkFor(accounts, email)
  if (made !== null) await mailLetter(accounts, resetLetter(made))
}

/**
 * A link for whoever has this e-mail, handed to who operates the server: the way back in for an owner where no mail is sent. The log of
 * every store the person works for tells of it. Null: nobody who may sign in has this e-mail.
 */
export async function makeOperatorResetLink(
  accounts: Pick<Accounts, 'database' | 'clock' | 'ownOrigin'>,
  email: string,
): Promise<SecretLink | null> {
  const made = await putLinkFor(accounts, email, async (tx, { at, places, to }) => {
    for (const { storeId } of places)
      await insertAudit(tx, {
        storeId,
        at,
        actorId: null,
        actorName: null,
        action: 'reset_link_made',
        subject: to,
      })
  })
  return made === null ? null : { link: made.link, expiresAt: made.expiresAt, mailed: false }
}

/** Null: nobody has this e-mail, or nobody who is not disabled everywhere. `beside` is done in the same transaction. */
async function putLinkFor(
  accounts: Pick<Accounts, 'database' | 'clock' | 'ownOrigin'>,
  email: string,
  beside: (
    tx: Tx,
    made: { readonly at: number; readonly places: readonly AccountRow[]; readonly to: string },
  ) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly to: string; readonly link: string; readonly expiresAt: number } | null> {
  const { database, clock } = accounts
  const at = clock.now()
  const expiresAt = at + RESET_LIFETIME_MS
  const { link, tokenHash } = newSecretLink(accounts, 'new-password')
  return runAsEntrance(database, async (tx) => {
    const person = await personByEmail(tx, email)
    if (person === null) return null
    const places = await accountsOfPerson(tx, person.id)
    if (places.every(({ disabledAt }) => disabledAt !== null)) return null
    await putPasswordReset(tx, { personId: person.id, tokenHash, at, expiresAt })
    const to = person.email
    await beside(tx, { at, places, to })
    return { to, link, expiresAt }
  })
}

/** Sets a new password with a link, once, and ends all sessions of the person in every store. */
export async function resetPassword(
  { database, clock, bus, passwords }: Pick<Accounts, 'database' | 'clock' | 'bus' | 'passwords'>,
  { token, password }: ResetBody,
): Promise<Done | Refused> {
  const tokenHash = secretHash(token)
  const at = clock.now()
  const find = () => runAsEntrance(database, (tx) => findPasswordReset(tx, tokenHash, at))
  if ((await find()) === null) return { refused: 'LINK_UNKNOWN' }
  const passwordHash = await passwords.hash(password)
  if (passwordHash === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  const ended = await runAsEntrance(database, async (tx) => {
    const personId = await findPasswordReset(tx, tokenHash, at)
    if (personId === null || !(await usePasswordReset(tx, tokenHash))) return null
    await setPasswordHash(tx, personId, passwordHash)
    await noteForPerson(tx, personId, { at, action: 'password_reset' })
    return endSessionsOfPerson(tx, personId)
  })
  if (ended === null) return { refused: 'LINK_UNKNOWN' }
  ended.tell(bus)
  return { done: true }
}
