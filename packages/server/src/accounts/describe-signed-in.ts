import type { SignedIn } from '@shopbell/protocol'
import { runAsStore } from '../store/run-as.ts'
import { storeById } from '../store/stores.ts'
import type { Accounts } from './accounts.ts'
import type { Actor } from './actor.ts'

/** What a client may know of its account and store. */
export async function describeSignedIn(
  { database }: Pick<Accounts, 'database'>,
  actor: Actor,
): Promise<SignedIn> {
  const store = await runAsStore(database, actor.storeId, (tx) => storeById(tx, actor.storeId))
  if (store === null) throw new Error('An account belongs to a store that does not exist.')
  return {
    account: { id: actor.publicId, name: actor.name, email: actor.email, role: actor.role },
    store: {
      id: store.publicId,
      name: store.name,
      profile: store.profile,
      defaultLocale: store.defaultLocale,
    },
  }
}
