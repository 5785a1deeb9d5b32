import type { Profile } from '@shopbell/engine'
import { profileOf } from './profile-of.ts'
import type { Tx } from '../store/database.ts'
import { storeById } from '../store/stores.ts'

/** The rule book of a store known by its key (PRF-01). As the store. */
export async function profileOfStore(tx: Tx, storeId: number): Promise<Profile> {
  const store = await storeById(tx, storeId)
  if (store === null) throw new Error('An account belongs to a store that does not exist.')
  return profileOf(store)
}
