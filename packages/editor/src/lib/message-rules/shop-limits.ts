import { chosenProfile, type Profile } from '@shopbell/engine'
import { session } from '#lib/api/session.svelte.ts'

/** The limits of questions and answers by the shop's rule book; null where this page does not know it, and the server says. */
export function shopLimits(): Profile['reception']['faq'] | null {
  const signedIn = session()
  return (signedIn && chosenProfile(signedIn.store.ruleBook)?.reception.faq) ?? null
}
