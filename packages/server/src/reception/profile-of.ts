import { customProfile, type Profile, profileById } from '@shopbell/engine'
import type { StoreRow } from '../store/stores.ts'

/** The rule book a store works by: a built-in one, with the store's own values where it has some (PRF-01, PRF-04). */
export function profileOf({
  profile,
  profileChanges,
}: Pick<StoreRow, 'profile' | 'profileChanges'>): Profile {
  const base = profileById(profile)
  if (base === undefined)
    throw new Error(`A store has the profile “${profile}”, which this version does not know.`)
  return profileChanges === null ? base : customProfile(base, profileChanges)
}
