import { localDayEnd, profileOfDay } from '@shopbell/engine'
import type { SignedIn } from '@shopbell/protocol'
import { chosenProfilesOf } from '../store/profile-days.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById } from '../store/stores.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'

/** What a client may know of its account and store. */
export async function describeSignedIn(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
): Promise<SignedIn> {
  const { store, profiles } = await runAsStore(database, actor.storeId, async (tx) => ({
    store: await storeById(tx, actor.storeId),
    profiles: await chosenProfilesOf(tx, actor.storeId),
  }))
  if (store === null || profiles === null)
    throw new Error('An account belongs to a store that does not exist.')
  const at = clock.now()
  const { timeZone } = profiles
  return {
    account: { id: actor.publicId, name: actor.name, email: actor.email, role: actor.role },
    store: {
      id: store.publicId,
      name: store.name,
      ruleBook: profileOfDay(at, timeZone, profiles),
      ruleBookHoldsMs: localDayEnd(at, timeZone) - at,
      defaultLocale: store.defaultLocale,
    },
  }
}
