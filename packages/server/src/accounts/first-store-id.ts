import { randomUUID } from 'node:crypto'
import { runAsJournal } from '../store/run-as.ts'
import { allStores, createStore } from '../store/stores.ts'
import type { Accounts } from './accounts.ts'
import { newPublicId } from './public-id.ts'

/** The store whose owner the set-up creates: the oldest one, or a new one on a server that was started without the demo. */
export async function firstStoreId({
  database,
  clock,
}: Pick<Accounts, 'database' | 'clock'>): Promise<number> {
  const [oldest] = await runAsJournal(database, allStores)
  if (oldest !== undefined) return oldest.id
  const made = await createStore(database, {
    publicId: newPublicId(),
    name: 'My shop',
    profile: 'marketplace',
    timeZone: 'UTC',
    defaultLocale: 'en',
    epoch: randomUUID(),
    at: clock.now(),
  })
  return made.id
}
