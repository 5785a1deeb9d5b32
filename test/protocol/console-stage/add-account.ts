import type { Role } from '@shopbell/protocol'
import { createPasswordHasher } from '../../../packages/server/src/accounts/password-hasher.ts'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { createAccount } from '../../../packages/server/src/store/accounts.ts'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import type { ConsoleStage } from './open-console-stage.ts'

export const PASSWORD = 'a password of the tests'

const passwords = createPasswordHasher()

/** An account of the store with the tests' password. */
export async function addAccount(
  { database, clock }: Pick<ConsoleStage, 'database' | 'clock'>,
  storeId: number,
  { email, role }: { readonly email: string; readonly role: Role },
): Promise<{ readonly id: number; readonly publicId: string }> {
  const passwordHash = await passwords.hash(PASSWORD)
  const made = {
    storeId,
    publicId: newPublicId(),
    name: email.split('@')[0]!,
    email,
    role,
    passwordHash,
    at: clock.now(),
  }
  const account = await runAsStore(database, storeId, (tx) => createAccount(tx, made))
  if (account === null) throw new Error(`There is an account ${email} already.`)
  return account
}
