import type { Logger } from 'pino'
import { createRecentMap } from '../reception/recent-map.ts'
import type { Reception } from '../reception/reception.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal } from '../store/run-as.ts'
import { type StoreVersion, storeVersions } from '../store/store-versions.ts'

export interface StoreWatchParts {
  readonly database: Database
  readonly reception: Pick<Reception, 'openStores' | 'lookAtStore'>
  readonly log: Logger
}

export interface StoreWatch {
  /** Resolves when the look under way is over. */
  readonly stop: () => Promise<void>
}

/** With what a buyer's screen needs to follow, well within the five seconds of PUB-10. */
const LOOK_EVERY_MS = 2_000
const MAX_KNOWN = 10_000

/**
 * Asks every two seconds which of the stores with an open chat have changed, in one query, so that open chats follow whatever became of
 * the wake (PUB-10). Without an open chat nothing is asked, and a node alone with its database needs none of it. A store that is seen for
 * the first time counts as changed: what its buyers were greeted with may have been remembered from before.
 */
export function watchStores({ database, reception, log }: StoreWatchParts): StoreWatch {
  if (database.node === null) return { stop: () => Promise.resolve() }
  const known = createRecentMap<number, StoreVersion>(MAX_KNOWN)
  let isStopped = false
  let look = Promise.resolve()
  let sleeping = sleep()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(sleeping)
      await look
    },
  }

  function sleep(): NodeJS.Timeout {
    return setTimeout(() => {
      look = lookAndSleep()
    }, LOOK_EVERY_MS).unref()
  }

  async function lookAndSleep(): Promise<void> {
    await lookAround().catch((error: unknown) => {
      log.warn({ err: error }, 'stores could not be asked whether they changed')
    })
    if (!isStopped) sleeping = sleep()
  }

  async function lookAround(): Promise<void> {
    const open = [...reception.openStores()]
    if (open.length === 0) return
    for (const [storeId, version] of await runAsJournal(database, (tx) => storeVersions(tx, open))) {
      if (known.get(storeId) === version) continue
      known.set(storeId, version)
      reception.lookAtStore(storeId)
    }
  }
}
