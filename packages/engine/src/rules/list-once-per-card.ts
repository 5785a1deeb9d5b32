import type { Rule } from './rule.ts'

export const LIST_ONCE_PER_CARD: Rule = {
  ids: ['CRD-01', 'CRD-03'],
  says: 'Whoever sends an order or a product gets the list for cards: once per order or product in a session, however often the list of the reception was shown.',
  reads: [],
}

/** Cards of one session that a list came with: a bound for what a session holds, far above what a buyer sends. */
const MAX_LISTED = 30

/** Says whether the list for cards comes with this card (CRD-03): not if it came with the same one in this session. */
export function listOncePerCard(card: string, listed: readonly string[]): boolean {
  return listed.length < MAX_LISTED && !listed.includes(card)
}
