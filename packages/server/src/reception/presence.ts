import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import { type AgentKey, agentsSeenAfter, forgetAgentsSeenBefore, seeAgents } from '../store/agent-presence.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal } from '../store/run-as.ts'
import { createRoster } from './roster.ts'

/**
 * Which people of a store are here (ACT-04): those with a console open on any node, or with one that was open a moment ago. Buyers
 * see their number (`presence`). Somebody who is busy is here, too (OFF-02).
 */
export interface Presence {
  /** A console socket of this account opened. Returns what to call when it is gone; calling that twice does no harm. */
  readonly arrive: (storeId: number, accountId: number) => () => void
  readonly isHere: (storeId: number, accountId: number) => boolean
  readonly people: (storeId: number) => number
  /** Calls with each store whose people have changed. Returns how to stop listening. */
  readonly onChange: (listener: (storeId: number) => void) => () => void
  /** Says a last time who is here, so that they have the grace to come back, then nothing more. */
  readonly stop: () => Promise<void>
}

export interface PresenceParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
  readonly times?: PresenceTimes
}

export interface PresenceTimes {
  /** Each node writes so often who has a console open on it, and reads who has on others. */
  readonly beatMs: number
  /** So long after the last sign of an open console somebody still counts as here. Longer than two beats. */
  readonly graceMs: number
}

const TIMES: PresenceTimes = { beatMs: 10_000, graceMs: 30_000 }
/** Rows of nodes that are long gone. */
const FORGET_AFTER_MS = 3_600_000
/** So that a clock that stands still makes no endless loop. */
const SHORTEST_SLEEP_MS = 50

/**
 * One rule for a tab that was closed, a network that broke and a node that was killed: here is whoever was seen within the grace. The
 * rows in the database are what counts; a wake makes an arrival known at once, and a lost one costs a beat. Nodes' clocks must agree
 * to within a few seconds.
 */
export function createPresence({ database, bus, clock, log, times = TIMES }: PresenceParts): Presence {
  const node = database.node ?? ''
  const roster = createRoster(times.graceMs)
  const listeners = new Set<(storeId: number) => void>()
  let turn = Promise.resolve()
  let isStopped = false
  let sleeping: NodeJS.Timeout | undefined
  let beatAt = clock.now()

  const unsubscribe = bus.subscribe(({ type }) => {
    if (type === 'presence' || type === 'missed') inTurn(look)
  })
  inTurn(look)

  /** One piece of work after the other; what fails is made good by the next beat. */
  function inTurn(work: () => Promise<void>): void {
    turn = turn.then(async () => {
      if (isStopped) return
      await work().catch((error: unknown) => {
        log.warn({ err: error }, 'who is here could not be written or read')
      })
      tellChanges()
      sleep()
    })
  }

  async function look(): Promise<void> {
    const after = clock.now() - times.graceMs
    for (const agent of await runAsJournal(database, (tx) => agentsSeenAfter(tx, after))) roster.note(agent)
  }

  function see(agents: readonly AgentKey[], at: number): Promise<void> {
    return runAsJournal(database, (tx) => seeAgents(tx, node, agents, at))
  }

  async function beat(): Promise<void> {
    beatAt = clock.now()
    await see(roster.openHere(), beatAt)
    await runAsJournal(database, (tx) => forgetAgentsSeenBefore(tx, beatAt - FORGET_AFTER_MS))
    await look()
  }

  function tellChanges(): void {
    for (const storeId of roster.changed(clock.now())) for (const listener of listeners) listener(storeId)
  }

  /** Until the next beat, or until somebody's grace ends. */
  function sleep(): void {
    clearTimeout(sleeping)
    const now = clock.now()
    const until = Math.min(beatAt + times.beatMs, roster.nextEnd(now) ?? Infinity)
    sleeping = setTimeout(
      () => {
        inTurn(clock.now() < beatAt + times.beatMs ? look : beat)
      },
      Math.max(SHORTEST_SLEEP_MS, until - now),
    ).unref()
  }

  return {
    arrive: (storeId, accountId) => {
      const agent = { storeId, accountId }
      if (roster.open(agent)) {
        tellChanges()
        inTurn(async () => {
          await see([agent], clock.now())
          bus.publish({ type: 'presence', storeId })
        })
      }
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        if (!roster.close(agent)) return
        const leftAt = clock.now()
        roster.note({ ...agent, seenAt: leftAt })
        inTurn(() => see([agent], leftAt))
      }
    },
    isHere: (storeId, accountId) => roster.here(storeId, clock.now()).has(accountId),
    people: (storeId) => roster.here(storeId, clock.now()).size,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    stop: async () => {
      unsubscribe()
      inTurn(beat)
      await turn
      isStopped = true
      clearTimeout(sleeping)
    },
  }
}
