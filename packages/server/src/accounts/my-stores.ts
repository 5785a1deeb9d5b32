import type { MyStores } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'
import { accountsOfPerson } from '../store/accounts.ts'
import { accountSessionById, deleteAccountSession } from '../store/account-sessions.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { storeNames } from '../store/stores.ts'
import type { Accounts } from './accounts.ts'
import { type Actor, sessionOf } from './actor.ts'
import { beginSession, type BegunSession } from './begin-session.ts'
import type { Client } from './client.ts'
import { closeSockets } from './close-sockets.ts'

/** The stores that the actor may go to, the present one included. */
export function listMyStores(
  { database }: Pick<Accounts, 'database'>,
  { personId, storeId: here }: Actor,
): Promise<MyStores> {
  return runAsEntrance(database, async (tx) => {
    const open = (await accountsOfPerson(tx, personId)).filter(({ disabledAt }) => disabledAt === null)
    const names = await storeNames(
      tx,
      open.map(({ storeId }) => storeId),
    )
    return {
      stores: open
        .toSorted((one, other) => one.storeId - other.storeId)
        .flatMap(({ storeId, role }) => {
          const store = names.get(storeId)
          return store === undefined
            ? []
            : [{ id: store.publicId, name: store.name, role, here: storeId === here }]
        }),
    }
  })
}

/**
 * Goes on in another store of the actor: a new session, with a new secret, in place of the old one. It ends when the old one would have
 * ended, so nobody stays for ever by going back and forth.
 */
export async function switchStore(
  accounts: Pick<Accounts, 'database' | 'clock' | 'bus'>,
  actor: Actor,
  storePublicId: string,
  client: Client,
): Promise<BegunSession | Refused> {
  const { database } = accounts
  const found = await runAsEntrance(database, async (tx) => {
    const open = (await accountsOfPerson(tx, actor.personId)).filter(({ disabledAt }) => disabledAt === null)
    const names = await storeNames(
      tx,
      open.map(({ storeId }) => storeId),
    )
    const account = open.find(({ storeId }) => names.get(storeId)?.publicId === storePublicId)
    const held = await accountSessionById(tx, actor.storeId, sessionOf(actor))
    return account === undefined || held === null ? null : { account, endsBy: held.session.expiresAt }
  })
  if (found === null) return { refused: 'NOT_FOUND' }
  const begun = await beginSession(accounts, found.account, client, found.endsBy)
  await runAsEntrance(database, (tx) => deleteAccountSession(tx, actor.storeId, sessionOf(actor)))
  closeSockets(accounts, actor.storeId, [sessionOf(actor)])
  return begun
}
