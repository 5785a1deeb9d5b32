import type { ConsoleDown } from '@shopbell/protocol'
import type { Logger } from 'pino'
import { followBatches } from '../publishing/draft-batches.ts'
import type { Database } from '../store/database.ts'
import type { Outgoing } from '../web/outgoing.ts'
import { coalesce } from './coalesce.ts'

/** Somebody who has the draft open, as the others are shown them: in this block, or in none. */
export interface ShownEditor {
  readonly name: string
  readonly block: string | null
}

/** The draft as one console follows it. */
export interface DraftWatch {
  readonly block: () => string | null
  readonly enter: (block: string | null) => void
  /** There may be a new batch. */
  readonly look: () => void
  readonly showOthers: (others: readonly ShownEditor[]) => void
  readonly stop: () => void
}

export interface DraftWatchParts {
  readonly database: Database
  readonly log: Logger
  readonly storeId: number
  readonly outgoing: Outgoing<ConsoleDown>
}

/**
 * Shows every batch once and in order, beginning with the newest: its reader has read the draft just before and drops what it knows.
 * It always reads from where it stands, so a wake that was lost is made good by the next look.
 */
export function watchDraft({ database, log, storeId, outgoing }: DraftWatchParts): DraftWatch {
  let seen: number | null = null
  let inBlock: string | null = null
  let shownOthers = ''
  let stopped = false
  const isStopped = () => stopped

  async function readOn(): Promise<void> {
    for (;;) {
      const news = await followBatches({ database }, storeId, seen)
      if (news === null || isStopped()) return
      for (const batch of news.batches) {
        outgoing.say([{ type: 'draft', ...batch }])
        // One can be as large as a document.
        await outgoing.drained()
      }
      if (isStopped() || (seen !== null && news.revision <= seen)) return
      seen = news.revision
    }
  }

  const reading = coalesce(() =>
    readOn().catch((error: unknown) => {
      log.error({ err: error, storeId }, 'a watched draft could not be read')
    }),
  )

  return {
    block: () => inBlock,
    enter: (block) => {
      inBlock = block
    },
    look: () => {
      if (!stopped) reading.run()
    },
    showOthers: (others) => {
      const now = JSON.stringify(others)
      if (now === shownOthers) return
      shownOthers = now
      outgoing.say([{ type: 'editors', editors: [...others] }])
    },
    stop: () => {
      stopped = true
    },
  }
}
