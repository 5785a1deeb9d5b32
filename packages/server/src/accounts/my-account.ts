import type { MyPasswordBody } from '@shopbell/protocol'
import type { Done, Refused } from '../reception/refused.ts'
import { changeAccount } from '../store/accounts.ts'
import { deletePasswordReset } from '../store/password-resets.ts'
import { setPasswordHash } from '../store/persons.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import { type Actor, sessionOf } from './actor.ts'
import { confirmPassword } from './confirm-password.ts'
import { endSessionsOfPerson } from './end-sessions.ts'
import { noteForPerson } from './note-for-person.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'
import { recordAudit } from './record-audit.ts'

/** What colleagues and buyers of this store call the actor. */
export async function renameMyself(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
  name: string,
): Promise<void> {
  const { storeId, accountId: id } = actor
  await runAsStore(database, storeId, async (tx) => {
    await changeAccount(tx, { storeId, id }, { name })
    const subject = `${actor.name} <${actor.email}>`
    await recordAudit(tx, actor, {
      at: clock.now(),
      action: 'account_renamed',
      subject,
      details: { to: name },
    })
  })
}

/** Changes the actor's password in all stores and signs out all their other browsers; a link for a new one no longer works. */
export async function changeMyPassword(
  accounts: Pick<Accounts, 'database' | 'clock' | 'bus' | 'passwords' | 'signInLimits'>,
  actor: Actor,
  { current, password }: MyPasswordBody,
  address: string,
): Promise<Done | Refused> {
  const { database, clock, bus, passwords } = accounts
  const unproven = await confirmPassword(accounts, actor, current, address)
  if (unproven !== null) return unproven
  const passwordHash = await passwords.hash(password)
  if (passwordHash === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  const { personId } = actor
  const ended = await runAsEntrance(database, async (tx) => {
    await setPasswordHash(tx, personId, passwordHash)
    await deletePasswordReset(tx, personId)
    await noteForPerson(tx, personId, { at: clock.now(), action: 'password_changed' })
    return endSessionsOfPerson(tx, personId, sessionOf(actor))
  })
  ended.tell(bus)
  return { done: true }
}
