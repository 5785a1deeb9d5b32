import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Reception } from '../reception/reception.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal } from '../store/run-as.ts'
import { dueTimers, nextTimerAt } from '../store/timers.ts'

export interface TimerParts {
  readonly database: Database
  readonly reception: Pick<Reception, 'fireTimer'>
  readonly clock: Clock
  readonly log: Logger
  /** Told of every timer, how late it fires. */
  readonly onFired?: (lateMs: number) => void
}

export interface Timers {
  /** Ends the looking; resolves when the look under way is over. */
  readonly stop: () => Promise<void>
  /** Looks at once; resolves when what is due has fired. */
  readonly lookNow: () => Promise<void>
}

/** So long at most until a timer that a step has just armed, or another node, is seen. */
const LOOK_EVERY_MS = 1_000
/** Read per look; the rest is due at the next one, which follows at once. */
const BATCH = 100

/**
 * Looks for stored timers that are due and posts each to its conversation's mailbox, where the engine decides. Reads only: the row
 * is removed by the step it leads to, so a crash in between costs time, and a timer has its effect once. Never early: due is
 * compared with this node's clock, and the step happens at `dueAt` or later.
 */
export function startTimers({ database, reception, clock, log, onFired }: TimerParts): Timers {
  let isStopped = false
  let sleeping: NodeJS.Timeout | undefined
  let look = lookAndSleep()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(sleeping)
      await look
    },
    lookNow: () => {
      look = look.then(() => {
        clearTimeout(sleeping)
        return lookAndSleep()
      })
      return look
    },
  }

  async function lookAndSleep(): Promise<void> {
    const untilNextMs = await fireDue().catch((error: unknown) => {
      log.error({ err: error }, 'the timers could not be read')
      return LOOK_EVERY_MS
    })
    if (isStopped) return
    sleeping = setTimeout(() => {
      look = lookAndSleep()
    }, untilNextMs)
    sleeping.unref()
  }

  /** Fires what is due; answers how long nothing else will be. */
  async function fireDue(): Promise<number> {
    const now = clock.now()
    const due = await runAsJournal(database, (tx) => dueTimers(tx, now, BATCH))
    for (const { dueAt } of due) onFired?.(Math.max(0, now - dueAt))
    const fired = await Promise.allSettled(due.map((timer) => reception.fireTimer(timer)))
    const failures = fired.filter((one) => one.status === 'rejected')
    for (const { reason } of failures) log.error({ err: reason }, 'a timer could not be fired')
    if (due.length === BATCH && failures.length === 0) return 0
    const next = await runAsJournal(database, nextTimerAt)
    if (next === null || next <= now) return LOOK_EVERY_MS
    return Math.min(LOOK_EVERY_MS, Math.max(0, next - clock.now()))
  }
}
