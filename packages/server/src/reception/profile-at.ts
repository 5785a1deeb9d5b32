import { type BookChange, chosenProfile, type Profile, profileOfDay } from '@shopbell/engine'
import type { RuleBookChoice } from '@shopbell/protocol'
import type { ChosenProfiles } from '../store/profile-days.ts'

/** The rule books of a store about now, each made once: the journal knows a built-in one by its being the same. */
export interface StoreProfiles {
  readonly timeZone: string
  readonly first: Profile
  readonly changes: readonly BookChange<Profile>[]
}

export function storeProfiles({ timeZone, first, changes }: ChosenProfiles): StoreProfiles {
  return {
    timeZone,
    first: profileOfChoice(first),
    changes: changes.map(({ from, book }) => ({ from, book: profileOfChoice(book) })),
  }
}

/** The rule book a store works by at an instant (PRF-01, PRF-02, PRF-04). */
export function profileAt(profiles: StoreProfiles, at: number): Profile {
  return profileOfDay(at, profiles.timeZone, profiles)
}

function profileOfChoice(choice: RuleBookChoice): Profile {
  const profile = chosenProfile(choice)
  if (profile === undefined)
    throw new Error(`A store has the profile “${choice.base}”, which this version does not know.`)
  return profile
}
