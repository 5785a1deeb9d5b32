import { chosenProfile, type Profile } from '@shopbell/engine'
import { session } from '#lib/api/session.svelte.ts'

/** The numbers of the shop's rule book; null where this page does not know it. */
export function shopRules(): Profile['reception'] | null {
  const signedIn = session()
  return (signedIn && chosenProfile(signedIn.store.ruleBook)?.reception) ?? null
}
