import type { RemoveStoreBody } from '@shopbell/protocol'
import type { Accounts } from '../accounts/accounts.ts'
import { stillActing } from '../accounts/acting.ts'
import type { Actor } from '../accounts/actor.ts'
import { beginSession, type BegunSession } from '../accounts/begin-session.ts'
import type { Client } from '../accounts/client.ts'
import { closeSockets } from '../accounts/close-sockets.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { accountsOfPerson } from '../store/accounts.ts'
import { deleteSessionsOfStore } from '../store/account-sessions.ts'
import { markRemoved } from '../store/removed-stores.ts'
import { runAsEntrance, runAsStore } from '../store/run-as.ts'
import { storeById } from '../store/stores.ts'

/**
 * Removes the store with everything in it, its conversations included, and goes on in another store of the owner. Asks for its name,
 * letter for letter, and the owner's password; who has no other store has nowhere to go (`LAST_STORE`). From the answer on nobody
 * finds it: sessions are over, sockets close, buyers' too. Its rows go in the background (`jobs/remove-stores.ts`).
 */
export async function removeStore(
  accounts: Pick<Accounts, 'database' | 'clock' | 'bus' | 'passwords' | 'signInLimits'>,
  actor: Actor,
  { name, password }: RemoveStoreBody,
  client: Client,
): Promise<BegunSession | Refused> {
  const { database, clock, bus } = accounts
  const { storeId, personId } = actor
  const unproven = await confirmPassword(accounts, actor, password, client.address)
  if (unproven !== null) return unproven
  const places = await runAsEntrance(database, (tx) => accountsOfPerson(tx, personId))
  const next = places.find((place) => place.storeId !== storeId && place.disabledAt === null)
  if (next === undefined) return { refused: 'LAST_STORE' }

  const at = clock.now()
  const ended = await runAsStore(database, storeId, async (tx): Promise<readonly number[] | Refused> => {
    if ((await stillActing(tx, actor)) === null) return { refused: 'FORBIDDEN' }
    const store = await storeById(tx, storeId)
    if (store === null) return { refused: 'NOT_FOUND' }
    if (store.name !== name) return { refused: 'NAME_DIFFERS' }
    const sessions = await deleteSessionsOfStore(tx, storeId)
    await markRemoved(tx, store, at)
    return sessions
  })
  if (isRefused(ended)) return ended
  closeSockets(accounts, storeId, ended)
  bus.publish({ type: 'store', storeId })
  return beginSession(accounts, next, client)
}
