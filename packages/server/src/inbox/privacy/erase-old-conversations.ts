import type { Bus } from '../../bus/bus.ts'
import type { Database } from '../../store/database.ts'
import { conversationsOlderThan } from '../../store/erase-conversation.ts'
import { runAsJournal, runAsStore } from '../../store/run-as.ts'
import { allStores } from '../../store/stores.ts'
import { eraseBuyer } from './erase-buyer.ts'

interface Needed {
  readonly database: Database
  readonly bus: Bus
}

/** Erased one after the other, each in a transaction of its own: nobody waits for more than one. */
const BATCH = 50

/**
 * Erases every conversation of every store whose last message is older than `before`, an instant, and answers how many. `isOver` ends
 * it between two of them; what is left is found the next time.
 */
export async function eraseOldConversations(
  needed: Needed,
  before: number,
  isOver: () => boolean,
): Promise<number> {
  let erased = 0
  for (const { id: storeId } of await runAsJournal(needed.database, allStores)) {
    for (let more = true; more;) {
      const old = await runAsStore(needed.database, storeId, (tx) =>
        conversationsOlderThan(tx, storeId, before, BATCH),
      )
      for (const { publicId } of old) {
        if (isOver()) return erased
        if (await eraseBuyer(needed, { storeId }, publicId)) erased += 1
      }
      more = old.length === BATCH
    }
  }
  return erased
}
