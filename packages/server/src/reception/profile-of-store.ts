import type { Profile } from '@shopbell/engine'
import type { Tx } from '../store/database.ts'
import { chosenProfilesOf } from '../store/profile-days.ts'
import { profileAt, storeProfiles } from './profile-at.ts'

/** The rule book of a store known by its key, at an instant (PRF-01, PRF-02). As the store. */
export async function profileOfStore(tx: Tx, storeId: number, at: number): Promise<Profile> {
  const chosen = await chosenProfilesOf(tx, storeId)
  if (chosen === null) throw new Error('An account belongs to a store that does not exist.')
  return profileAt(storeProfiles(chosen), at)
}
