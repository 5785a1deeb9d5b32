import { dateOfDay, dayOfDate, localDay, profileOfDay } from '@shopbell/engine'
import type { RuleBookDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Tx } from '../store/database.ts'
import { chosenProfilesOf, latestProfileDay } from '../store/profile-days.ts'
import { runAsStore } from '../store/run-as.ts'
import { keepsRobot } from '../accounts/keeps-robot.ts'
import { ruleBookHistory } from './rule-book-history.ts'
import { sameRuleBook } from './same-rule-book.ts'
import type { Settings } from './settings.ts'

/** The store's rule book, for everybody who works there. */
export function readRuleBookDesk(
  { database, clock }: Pick<Settings, 'database' | 'clock'>,
  actor: Actor,
): Promise<RuleBookDesk> {
  return runAsStore(database, actor.storeId, (tx) => ruleBookDesk(tx, actor, clock.now()))
}

/** As the store. Throws where it is gone, which an account's key does not allow. */
export async function ruleBookDesk(tx: Tx, actor: Actor, at: number): Promise<RuleBookDesk> {
  const { storeId } = actor
  const profiles = await chosenProfilesOf(tx, storeId)
  if (profiles === null) throw new Error(`Store ${String(storeId)} is gone.`)
  const { timeZone } = profiles
  const day = localDay(at, timeZone)
  const today = profileOfDay(at, timeZone, profiles)
  // Latest day first, and one that has not come is the one that will hold.
  const [latest] = profiles.changes
  const coming = latest !== undefined && latest.from > day ? latest : null
  const saved = await latestProfileDay(tx, storeId)
  return {
    storeZone: timeZone,
    keeper: keepsRobot(actor),
    today,
    next: coming && !sameRuleBook(coming.book, today) ? { from: coming.from, choice: coming.book } : null,
    // A day further off is there only where the store moved to a zone that is behind.
    changesFrom: coming?.from ?? dateOfDay(dayOfDate(day) + 1),
    own: saved?.own ?? null,
    history: [...(await ruleBookHistory(tx, storeId, profiles.first))],
    revision: saved?.revision ?? 0,
    ...(saved && { changedAt: saved.changedAt, changedBy: saved.changedBy }),
  }
}
