import { ruleBookProblems, type RuleBookProblem } from '@shopbell/engine'
import type { RuleBookBody, RuleBookChoice, RuleBookDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { putProfileDay } from '../store/profile-days.ts'
import { changeSettings } from './change-settings.ts'
import { ruleBookDesk } from './rule-book-desk.ts'
import type { Settings } from './settings.ts'

/** A refusal that says what of the rule book is unfit. */
export interface RuleBookRefused extends Refused {
  readonly problems?: readonly RuleBookProblem[]
}

/**
 * Chooses the rule book from the store's next midnight on, if nobody else has chosen since `revision` (PRF-02, PRM-01). Until then the
 * present one holds, and choosing that one takes the change back. Past days keep theirs.
 */
export async function chooseRuleBook(
  parts: Settings,
  actor: Actor,
  { choice, revision }: RuleBookBody,
): Promise<RuleBookDesk | RuleBookRefused> {
  const problems = ruleBookProblems(choice)
  if (problems.length > 0) return { refused: 'RULE_BOOK_UNFIT', problems }
  const { storeId, name } = actor
  return changeSettings(parts, actor, async (tx): Promise<RuleBookDesk | Refused> => {
    const at = parts.clock.now()
    const before = await ruleBookDesk(tx, actor, at)
    if (before.revision !== revision) return { refused: 'SETTINGS_MOVED' }
    await putProfileDay(tx, storeId, {
      fromDay: before.changesFrom,
      choice,
      own: choice.changes === null ? before.own : choice,
      revision: revision + 1,
      changedAt: at,
      changedBy: name,
    })
    const from = nameOf(before.next?.choice ?? before.today)
    const details = { setting: 'profile', from, to: nameOf(choice), day: before.changesFrom }
    await recordAudit(tx, actor, { at, action: 'store_changed', subject: 'profile', details })
    return ruleBookDesk(tx, actor, at)
  })
}

function nameOf({ base, changes }: RuleBookChoice): string {
  return changes === null ? base : `custom (${base})`
}
