import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Database } from '../store/database.ts'
import { deletePersonsWithoutAccount } from '../store/persons.ts'
import { removeSome, storesToRemove } from '../store/removed-stores.ts'
import { runAsEntrance, runAsJournal, runAsStore } from '../store/run-as.ts'

export interface RemovalParts {
  readonly database: Database
  readonly bus: Bus
  readonly log: Logger
}

export interface StoreRemoval {
  /** Ends after the step under way; what is left goes on at the next start. */
  readonly stop: () => Promise<void>
}

/** A store whose removal a crash cut short, or another node's, is found after this time. */
const LOOK_EVERY_MS = 60_000
/** Conversations per statement, so that none holds up what buyers say meanwhile. */
const CONVERSATIONS_AT_ONCE = 50

/** Removes the rows of stores that were marked, some at a time: at the start, when a store's wake comes, and every minute. */
export function startStoreRemoval({ database, bus, log }: RemovalParts): StoreRemoval {
  let isStopped = false
  let work = look()
  const again = () => {
    work = work.then(look)
  }
  const timer = setInterval(again, LOOK_EVERY_MS)
  timer.unref()
  const stopHearing = bus.subscribe(({ type }) => {
    if (type === 'store') again()
  })
  return {
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      stopHearing()
      await work
    },
  }

  async function look(): Promise<void> {
    if (isStopped) return
    try {
      for (const storeId of await runAsJournal(database, storesToRemove)) await remove(storeId)
    } catch (error) {
      log.error({ err: error }, 'a removed store’s rows could not be deleted; it is tried again')
    }
  }

  async function remove(storeId: number): Promise<void> {
    let isGone = false
    while (!isStopped && !isGone)
      isGone = await runAsStore(database, storeId, (tx) => removeSome(tx, storeId, CONVERSATIONS_AT_ONCE))
    if (!isGone) return
    await runAsEntrance(database, deletePersonsWithoutAccount)
    log.info({ storeId }, 'a store was removed')
  }
}
