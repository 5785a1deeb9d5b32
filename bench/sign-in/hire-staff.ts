import { createLog } from '@shopbell/server'
import { createPasswordHasher } from '../../packages/server/src/accounts/password-hasher.ts'
import { newPublicId } from '../../packages/server/src/accounts/public-id.ts'
import { createAccount } from '../../packages/server/src/store/accounts.ts'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { createPerson } from '../../packages/server/src/store/persons.ts'
import { runAsEntrance, runAsJournal, runAsStore } from '../../packages/server/src/store/run-as.ts'
import { findStoreByPublicId } from '../../packages/server/src/store/stores.ts'

/** Somebody who can sign in, and where they sit. */
export interface Colleague {
  readonly email: string
  readonly password: string
  readonly address: string
}

const PASSWORD = 'twelve letters at least'

/** Gives so many people an account of the demo store, each with a computer of their own; all have one password. */
export async function hireStaff(databaseUrl: string, people: number): Promise<readonly Colleague[]> {
  const database = await openDatabase({ databaseUrl, dataDirectory: '', log: createLog('silent') })
  try {
    const store = await runAsJournal(database, (tx) => findStoreByPublicId(tx, 'demo'))
    const passwordHash = await createPasswordHasher().hash(PASSWORD)
    if (store === null) throw new Error('The demo store is missing.')
    const staff: Colleague[] = []
    for (let n = 0; n < people; n += 1) {
      const email = `agent-${String(n)}@shop.example`
      const at = Date.now()
      const person = await runAsEntrance(database, (tx) => createPerson(tx, { email, passwordHash, at }))
      if (person === null) throw new Error(`${email} is here already.`)
      const made = { storeId: store.id, personId: person.id, publicId: newPublicId(), at }
      await runAsStore(database, store.id, (tx) =>
        createAccount(tx, { ...made, name: `Agent ${String(n)}`, role: 'agent' }),
      )
      staff.push({
        email,
        password: PASSWORD,
        address: `10.0.${String(n >> 8)}.${String(n & 255)}`,
      })
    }
    return staff
  } finally {
    await database.close()
  }
}
