import { localDay } from '../time/local-day.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const REFRESH_AFTER_TAP: Rule = {
  ids: ['PUB-06'],
  says: 'Where the rule book wants it, a buyer who never tapped the list they hold gets no changed list before the day after they tap it.',
  reads: ['reception.faq.refreshNeedsTap'],
}

/** The list a buyer holds and the one that would be delivered now, by the hash of what is seen of them (PUB-04). */
export interface ListsCompared {
  readonly held: string | null
  readonly live: string | null
  /** The first tap on the held list; null before it. */
  readonly tappedAt: number | null
}

/**
 * Holds a changed list back until the day after the held one was tapped for the first time (PUB-06), where `refreshNeedsTap` says so.
 * A list that did not change comes again on the next day (PUB-07).
 */
export function refreshAfterTap(
  at: number,
  { held, live, tappedAt }: ListsCompared,
  { timeZone, refreshNeedsTap }: Readonly<{ timeZone: string; refreshNeedsTap: boolean }>,
): Verdict {
  if (!refreshNeedsTap || held === null || live === null || held === live) return null
  const tappedBefore = tappedAt !== null && localDay(tappedAt, timeZone) !== localDay(at, timeZone)
  return tappedBefore ? null : { code: 'LIST_NEEDS_TAP' }
}
