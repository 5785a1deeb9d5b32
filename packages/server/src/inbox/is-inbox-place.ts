import { parsePlace } from '../store/inbox-place.ts'

/** Whether a list of conversations gave this as a page's `next`. */
export function isInboxPlace(text: string): boolean {
  return parsePlace(text) !== null
}

/** Whether a search did: it has no section of those who wait. */
export function isSearchPlace(text: string): boolean {
  return parsePlace(text)?.section === 'others'
}
