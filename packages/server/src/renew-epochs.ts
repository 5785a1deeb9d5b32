import { randomUUID } from 'node:crypto'
import type { Config } from './config/config.ts'
import { openDatabase } from './store/open-database.ts'
import { runAsJournal, runAsStore } from './store/run-as.ts'
import { forgetSearchPlaces } from './store/search-index.ts'
import type { StoreLog } from './store/store-log.ts'
import { allStores, setEpoch } from './store/stores.ts'

/**
 * After a backup was restored: gives every store a new epoch, so that whoever comes back with messages from the lost time forgets
 * them and reads everything again (`resync`). Answers how many stores there are. Throws a `DatabaseRefused` where it cannot be opened.
 */
export async function renewEpochs(
  { databaseUrl, dataDirectory }: Pick<Config, 'databaseUrl' | 'dataDirectory'>,
  log: StoreLog,
): Promise<number> {
  const database = await openDatabase({
    dataDirectory,
    log,
    ...(databaseUrl === null ? {} : { databaseUrl }),
  })
  try {
    const stores = await runAsJournal(database, allStores)
    for (const { id } of stores) await runAsStore(database, id, (tx) => setEpoch(tx, id, randomUUID()))
    // The rows of the lost time are gone, and with them what the search knows of them.
    await runAsJournal(database, forgetSearchPlaces)
    return stores.length
  } finally {
    await database.close()
  }
}
