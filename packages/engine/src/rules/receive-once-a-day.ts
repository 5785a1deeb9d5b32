import { localDay } from '../time/local-day.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const RECEIVE_ONCE_A_DAY: Rule = {
  ids: ['FAQ-11', 'FAQ-12', 'PUB-02', 'PUB-03', 'PUB-07', 'WEL-14'],
  says: 'A buyer gets the greeting and the list at most once on a calendar day of the store; where the rule book allows more, still once in a session.',
  reads: ['reception.faq.oncePerDay'],
}

/**
 * Refuses a second reception on one calendar day of the store (FAQ-11, FAQ-12), however many entries, devices or publications there
 * were (PUB-02). A rule book may allow more; a session that already had its reception (`receivedHere`) never gets another that day.
 */
export function receiveOnceADay(
  at: number,
  receivedAt: number | null,
  {
    timeZone,
    oncePerDay,
    receivedHere,
  }: Readonly<{ timeZone: string; oncePerDay: boolean; receivedHere: boolean }>,
): Verdict {
  if (receivedAt === null || !(oncePerDay || receivedHere)) return null
  return localDay(receivedAt, timeZone) === localDay(at, timeZone) ? { code: 'LIST_ALREADY_TODAY' } : null
}
