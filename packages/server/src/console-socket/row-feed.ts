import type { ConversationSummary } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { findRow } from '../inbox/find-conversation.ts'
import type { ConversationKey } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { coalesce, type Coalesced } from './coalesce.ts'

export interface RowFeedParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  /** Shows a row to every console of the store. */
  readonly show: (storeId: number, row: ConversationSummary) => void
}

/** Keeps the rows of conversations fresh on the consoles that show them. */
export interface RowFeed {
  /** Something of this conversation changed. */
  readonly changed: (key: ConversationKey) => void
}

/**
 * Reads a changed row once for all consoles of its store, however many changes came in the meantime. Rows are read after the change
 * was committed, one reading of a conversation at a time, so the last one shown is the newest.
 */
export function createRowFeed({ database, clock, log, show }: RowFeedParts): RowFeed {
  const underWay = new Map<number, Coalesced>()

  function readerOf(key: ConversationKey): Coalesced {
    const reader = coalesce(
      async () => {
        try {
          const row = await findRow({ database, clock }, key)
          if (row !== null) show(key.storeId, row)
        } catch (error) {
          log.error({ err: error, storeId: key.storeId }, 'a row of the inbox could not be read')
        }
      },
      () => underWay.delete(key.id),
    )
    underWay.set(key.id, reader)
    return reader
  }

  return {
    changed: (key) => {
      const reader = underWay.get(key.id) ?? readerOf(key)
      reader.run()
    },
  }
}
