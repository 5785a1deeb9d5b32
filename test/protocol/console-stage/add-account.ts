import type { Role } from '@shopbell/protocol'
import { createPasswordHasher } from '../../../packages/server/src/accounts/password-hasher.ts'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { createAccount, type NewAccount } from '../../../packages/server/src/store/accounts.ts'
import type { Tx } from '../../../packages/server/src/store/database.ts'
import { createPerson, personByEmail } from '../../../packages/server/src/store/persons.ts'
import { continueAsStore, runAsEntrance } from '../../../packages/server/src/store/run-as.ts'
import type { ConsoleStage } from './open-console-stage.ts'

export const PASSWORD = 'a password of the tests'

const passwords = createPasswordHasher()

interface Added {
  readonly id: number
  readonly publicId: string
}

/** An account of the store with the tests' password. */
export async function addAccount(
  { database, clock }: Pick<ConsoleStage, 'database' | 'clock'>,
  storeId: number,
  { email, role }: { readonly email: string; readonly role: Role },
): Promise<Added> {
  const passwordHash = await passwords.hash(PASSWORD)
  const at = clock.now()
  return runAsEntrance(database, async (tx) => {
    const person = await createPerson(tx, { email, passwordHash, at })
    if (person === null) throw new Error(`There is a person ${email} already.`)
    return addPlace({ tx, storeId, personId: person.id, name: email.split('@')[0]!, role, at })
  })
}

/** Gives somebody who works for another store already an account in this one, too. */
export function alsoEmploy(
  { database, clock }: Pick<ConsoleStage, 'database' | 'clock'>,
  storeId: number,
  { email, role }: { readonly email: string; readonly role: Role },
): Promise<Added> {
  return runAsEntrance(database, async (tx) => {
    const person = await personByEmail(tx, email)
    if (person === null) throw new Error(`There is no person ${email}.`)
    const name = email.split('@')[0]!
    return addPlace({ tx, storeId, personId: person.id, name, role, at: clock.now() })
  })
}

async function addPlace({ tx, ...made }: Omit<NewAccount, 'publicId'> & { readonly tx: Tx }): Promise<Added> {
  await continueAsStore(tx, made.storeId)
  const account = await createAccount(tx, { ...made, publicId: newPublicId() })
  if (account === null) throw new Error('They have an account in this store already.')
  return account
}
