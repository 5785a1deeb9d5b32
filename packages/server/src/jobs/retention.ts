import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { eraseOldConversations } from '../inbox/privacy/erase-old-conversations.ts'
import type { Database } from '../store/database.ts'

export interface RetentionParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
  /** Days after the last message that a conversation is erased; null: never. */
  readonly keepDays: number | null
}

export interface Retention {
  /** Ends it after the conversation it is at. */
  readonly stop: () => Promise<void>
  readonly lookNow: () => Promise<void>
}

const DAY_MS = 86_400_000
/** The first look comes when a start has settled down, so that a restart never waits for it. */
const FIRST_LOOK_MS = 60_000
const LOOK_EVERY_MS = 3_600_000

/** Erases conversations that were kept long enough (PRV-02). Several nodes may do it at once: each is erased once. */
export function startRetention({ database, bus, clock, log, keepDays }: RetentionParts): Retention {
  if (keepDays === null) return { stop: () => Promise.resolve(), lookNow: () => Promise.resolve() }
  let isStopped = false
  let look = Promise.resolve()
  let sleeping = sleep(FIRST_LOOK_MS)
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(sleeping)
      await look
    },
    lookNow: () => {
      look = look.then(() => {
        clearTimeout(sleeping)
        return lookAndSleep(keepDays)
      })
      return look
    },
  }

  function sleep(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      look = lookAndSleep(keepDays ?? 0)
    }, ms).unref()
  }

  async function lookAndSleep(days: number): Promise<void> {
    try {
      const before = clock.now() - days * DAY_MS
      const erased = await eraseOldConversations({ database, bus }, before, () => isStopped)
      if (erased > 0) log.info({ erased, days }, 'conversations were kept long enough and erased')
    } catch (error) {
      log.error({ err: error }, 'old conversations could not be erased; the next look tries again')
    }
    if (!isStopped) sleeping = sleep(LOOK_EVERY_MS)
  }
}
