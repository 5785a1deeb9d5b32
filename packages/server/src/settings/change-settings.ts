import { stillActing } from '../accounts/acting.ts'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import type { Refused } from '../reception/refused.ts'
import { isRefused } from '../reception/refused.ts'
import type { AccountRow } from '../store/accounts.ts'
import type { Tx } from '../store/database.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Settings } from './settings.ts'

/**
 * Changes settings of the actor's store in one transaction, in which nobody else changes them or its accounts: all of it, or nothing
 * where `change` refuses. Live on every node within seconds (PUB-10). `FORBIDDEN`: they may not act any more.
 */
export async function changeSettings<Changed extends object, Why extends Refused>(
  { database, bus }: Pick<Settings, 'database' | 'bus'>,
  actor: Actor,
  change: (tx: Tx, self: AccountRow) => Promise<Changed | Why>,
): Promise<Changed | Why | Refused> {
  const { storeId } = actor
  const changed = await doOnce(database, actor, async (tx): Promise<Changed | Why | Refused> => {
    const self = await stillActing(tx, actor)
    if (self === null) return { refused: 'FORBIDDEN' }
    const outcome = await change(tx, self)
    if (!isRefused(outcome)) await moveStoreVersion(tx, storeId)
    return outcome
  })
  if (!isRefused(changed)) bus.publish({ type: 'store', storeId })
  return changed
}
