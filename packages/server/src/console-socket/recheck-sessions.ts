import type { Logger } from 'pino'
import { authenticate } from '../accounts/authenticate.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import type { ConsoleConnection } from './connect-console.ts'
import { endSession, sessionOf } from './end-session.ts'

/**
 * What changed without a word (a lost wake, rows that an operator changed) is noticed after this time; with a second for looking it up
 * that is the promise of six seconds (reliability: A6).
 */
export const RECHECK_EVERY_MS = 5_000

export interface RecheckParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
}

/**
 * Looks again and again whether the open sockets' sessions still stand, once per session: a session that ended, an account that was
 * disabled or has another role now. Whoever still may comes back with a new ticket, as who they are now. Returns how to stop.
 */
export function recheckSessions(parts: RecheckParts, open: ReadonlySet<ConsoleConnection>): () => void {
  let isLooking = false

  async function look(): Promise<void> {
    for (const [sessionId, storeId] of sessionsOf(open)) {
      const now = await authenticate(parts, { storeId, sessionId })
      for (const connection of open) {
        if (sessionOf(connection) === sessionId && connection.actor()?.role !== now?.role)
          endSession(connection)
      }
    }
  }

  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    look()
      .catch((error: unknown) => {
        parts.log.warn({ err: error }, 'the consoles’ sessions could not be checked')
      })
      .finally(() => (isLooking = false))
  }, RECHECK_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

function sessionsOf(open: ReadonlySet<ConsoleConnection>): ReadonlyMap<number, number> {
  const stores = new Map<number, number>()
  for (const connection of open) {
    const sessionId = sessionOf(connection)
    const storeId = connection.actor()?.storeId
    if (sessionId !== null && storeId !== undefined) stores.set(sessionId, storeId)
  }
  return stores
}
