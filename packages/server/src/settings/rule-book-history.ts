import { MAX_RULE_BOOK_DAYS, type RuleBookChoice, type RuleBookSince } from '@shopbell/protocol'
import type { Tx } from '../store/database.ts'
import { profileDaysOf } from '../store/profile-days.ts'
import { sameRuleBook } from './same-rule-book.ts'

/**
 * Which rule book a store goes by on which days, the latest first (PRF-02). A day from which the same goes on, because a change was
 * taken back, is no entry. `first`: the one it began with. As the store.
 */
export async function ruleBookHistory(
  tx: Tx,
  storeId: number,
  first: RuleBookChoice,
): Promise<readonly RuleBookSince[]> {
  const days = await profileDaysOf(tx, storeId, MAX_RULE_BOOK_DAYS + 1)
  const shown: RuleBookSince[] = days.length > MAX_RULE_BOOK_DAYS ? [] : [{ from: null, choice: first }]
  for (const { fromDay, choice, changedAt, changedBy } of days.slice(0, MAX_RULE_BOOK_DAYS).toReversed()) {
    const before = shown.at(-1)
    if (before !== undefined && sameRuleBook(before.choice, choice)) continue
    shown.push({ from: fromDay, choice, changedAt, changedBy })
  }
  return shown.reverse()
}
