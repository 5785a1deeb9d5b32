import type { Logger } from 'pino'
import { type BuyerSignal, putBuyerSignals } from '../store/buyer-events.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal } from '../store/run-as.ts'

/** Writes down what buyers do with products. A chat never fails because of it. */
export interface SignalNotes {
  /** Resolves when they are written, or given up. Never rejects. */
  readonly note: (signals: readonly BuyerSignal[]) => Promise<void>
  readonly isIdle: () => boolean
}

const MAX_BATCH = 1_000
/** More than this is an outage: what comes then is not noted. */
const MAX_WAITING = 10_000

/** What has gathered is written together as soon as the last is done. */
export function createSignalNotes({
  database,
  log,
}: {
  readonly database: Database
  readonly log: Logger
}): SignalNotes {
  let waiting: BuyerSignal[] = []
  let writing: Promise<void> | null = null

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH)
      waiting = waiting.slice(MAX_BATCH)
      try {
        await runAsJournal(database, (tx) => putBuyerSignals(tx, batch))
      } catch (error) {
        log.warn({ err: error, signals: batch.length }, 'what buyers did with products was not noted')
      }
    }
    writing = null
  }

  return {
    note: (signals) => {
      if (signals.length === 0 || waiting.length + signals.length > MAX_WAITING) return Promise.resolve()
      waiting.push(...signals)
      writing ??= writeAll()
      return writing
    },
    isIdle: () => writing === null,
  }
}
