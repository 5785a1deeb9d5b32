import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { indexConversations, sweepConversations } from '../inbox/find/index-conversations.ts'
import type { ConversationKey } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'

export interface SearchIndexParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
}

export interface SearchIndex {
  /** Ends it; resolves when what is under way is over. */
  readonly stop: () => Promise<void>
}

/** A message is found this long after it was stored, and a burst of them is indexed once. */
const GATHER_MS = 1_000
/** What no wake told of is found this long after at the latest. */
const SWEEP_EVERY_MS = 60_000
/** More than this, and the sweep finds them just as well. */
const MAX_GATHERED = 5_000

/**
 * Keeps the search beside the conversations, never in the way of a step: committed steps are heard of by their wakes, gathered and
 * indexed together; a sweep from a remembered place finds the rest. Every node does it, and whoever comes second finds nothing left.
 */
export function startSearchIndex({ database, bus, clock, log }: SearchIndexParts): SearchIndex {
  const gathered = new Map<number, ConversationKey>()
  let isStopped = false
  let sweepAt = 0
  let sleeping: NodeJS.Timeout | undefined
  const unsubscribe = bus.subscribe((wake) => {
    if (wake.type === 'missed') sweepAt = 0
    if (wake.type !== 'conversation' || gathered.size >= MAX_GATHERED) return
    gathered.set(wake.conversationId, { storeId: wake.storeId, id: wake.conversationId })
  })
  let look = Promise.resolve()
  sleep()

  function sleep(): void {
    if (isStopped) return
    sleeping = setTimeout(() => {
      look = lookAndSleep()
    }, GATHER_MS).unref()
  }

  async function lookAndSleep(): Promise<void> {
    const keys = [...gathered.values()]
    gathered.clear()
    try {
      await indexConversations({ database }, keys)
      if (clock.now() >= sweepAt) {
        await sweepConversations({ database }, clock.now(), () => isStopped)
        sweepAt = clock.now() + SWEEP_EVERY_MS
      }
    } catch (error) {
      // Some of them may have been erased meanwhile, or the database is away: the sweep finds what is left.
      sweepAt = Math.min(sweepAt, clock.now() + GATHER_MS)
      log.warn({ err: error }, 'the search could not be brought up to date')
    }
    sleep()
  }

  return {
    stop: async () => {
      isStopped = true
      unsubscribe()
      clearTimeout(sleeping)
      await look
    },
  }
}
