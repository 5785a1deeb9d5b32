import type { Refused } from '../reception/refused.ts'
import { personById } from '../store/persons.ts'
import { runAsEntrance } from '../store/run-as.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'
import { BUSY_RETRY_AFTER_MS } from './password-hasher.ts'

/** Null: the actor knows their own password. Asked before what cannot be taken back, and limited like signing in. */
export async function confirmPassword(
  { database, passwords, signInLimits }: Pick<Accounts, 'database' | 'passwords' | 'signInLimits'>,
  { personId, email }: Actor,
  password: string,
  address: string,
): Promise<Refused | null> {
  const waitMs = signInLimits.take(address, email)
  if (waitMs > 0) return { refused: 'TOO_MANY', retryAfterMs: waitMs }
  const person = await runAsEntrance(database, (tx) => personById(tx, personId))
  const checked = await passwords.check(person?.passwordHash ?? null, password)
  if (checked === 'busy') return { refused: 'BUSY', retryAfterMs: BUSY_RETRY_AFTER_MS }
  if (checked === 'mismatch') return { refused: 'PASSWORD_DIFFERS' }
  signInLimits.giveBack(address, email)
  return null
}
