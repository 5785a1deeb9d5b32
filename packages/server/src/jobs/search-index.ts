import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { indexConversations, sweepConversations } from '../inbox/find/index-conversations.ts'
import type { Database } from '../store/database.ts'
import { createIndexPace } from './index-pace.ts'

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

/** Conversations whose time has come are looked for this often. */
const LOOK_EVERY_MS = 1_000
/** A message is found this long after it was stored; one of a conversation in which much is being said, later. */
const SHORTEST_MS = 1_000
const LONGEST_MS = 30_000
/** What no wake told of is found this long after at the latest. */
const SWEEP_EVERY_MS = 60_000
/** More than this, and the sweep finds them just as well. */
const MAX_CONVERSATIONS = 5_000

/**
 * Keeps the search beside the conversations, never in the way of a step: committed steps are heard of by their wakes, and each
 * conversation is indexed at its own pace; a sweep from a remembered place finds the rest. Every node does it, and whoever comes
 * second finds nothing left.
 */
export function startSearchIndex({ database, bus, clock, log }: SearchIndexParts): SearchIndex {
  const pace = createIndexPace({
    shortestMs: SHORTEST_MS,
    longestMs: LONGEST_MS,
    maxConversations: MAX_CONVERSATIONS,
  })
  let isStopped = false
  let sweepAt = 0
  let sleeping: NodeJS.Timeout | undefined
  const unsubscribe = bus.subscribe((wake) => {
    if (wake.type === 'missed') sweepAt = 0
    if (wake.type === 'conversation')
      pace.hear({ storeId: wake.storeId, id: wake.conversationId }, clock.now())
  })
  let look = Promise.resolve()
  sleep()

  function sleep(): void {
    if (isStopped) return
    sleeping = setTimeout(() => {
      look = lookAndSleep()
    }, LOOK_EVERY_MS).unref()
  }

  async function lookAndSleep(): Promise<void> {
    try {
      await indexConversations({ database }, pace.takeDue(clock.now()))
      if (clock.now() >= sweepAt) {
        await sweepConversations({ database }, clock.now(), () => isStopped)
        sweepAt = clock.now() + SWEEP_EVERY_MS
      }
    } catch (error) {
      // Some of them may have been erased meanwhile, or the database is away: the sweep finds what is left.
      sweepAt = Math.min(sweepAt, clock.now() + LOOK_EVERY_MS)
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
