import type { FaqList } from '../flow/faq-list.ts'
import type { Profile } from '../flow/profile.ts'
import { profileById } from '../flow/profiles.ts'
import type { Facts } from './facts.ts'

/** Facts as the journal keeps them: lists by the version they belong to, built-in profiles by id. */
export interface JournalledFacts extends Omit<Facts, 'list' | 'heldList' | 'profile'> {
  readonly listVersion: number | null
  readonly heldVersion: number | null
  readonly profile: Profile | { readonly builtIn: string }
}

/** Facts as small JSON for the journal. */
export function encodeFacts(facts: Facts): JournalledFacts {
  const { list, heldList, profile, ...plain } = facts
  return {
    ...plain,
    listVersion: list?.flowVersion ?? null,
    heldVersion: heldList?.flowVersion ?? null,
    profile: profileById(profile.id) === profile ? { builtIn: profile.id } : profile,
  }
}

/** The facts again; `listOf` gives the list of a published version. Throws when the journal names a profile that never existed. */
export function decodeFacts(
  journalled: JournalledFacts,
  listOf: (flowVersion: number) => FaqList | null,
): Facts {
  const { listVersion, heldVersion, profile, ...plain } = journalled
  const known = 'builtIn' in profile ? profileById(profile.builtIn) : profile
  if (!known) throw new Error(`The journal names a profile that is not built in: ${JSON.stringify(profile)}`)
  return {
    ...plain,
    list: listVersion === null ? null : listOf(listVersion),
    heldList: heldVersion === null ? null : listOf(heldVersion),
    profile: known,
  }
}
