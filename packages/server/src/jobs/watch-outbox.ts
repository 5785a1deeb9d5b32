import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import { createRecentMap } from '../reception/recent-map.ts'
import type { Database } from '../store/database.ts'
import { forgetToldSteps, type OutboxPlace, stepsOfOthers } from '../store/outbox.ts'
import { runAsJournal } from '../store/run-as.ts'

export interface OutboxParts {
  readonly database: Database
  /** The name under which this process writes into the outbox. */
  readonly node: string
  /** Reaches the listeners of this process only. */
  readonly local: Bus
  readonly log: Logger
}

export interface OutboxWatch {
  /** Resolves when the look under way is over. */
  readonly stop: () => Promise<void>
}

/** A step of another node is known after this time at the latest, whatever becomes of the wake it sent. */
const LOOK_EVERY_MS = 1_500
/** Rows stay for several looks of a node that is slow or was cut off for a while. */
const KEEP_MS = 60_000
/** Who has not looked for so long may have missed rows that are gone. */
const MISSED_AFTER_MS = KEEP_MS / 2
const TIDY_EVERY_LOOKS = 10
const MAX_KNOWN = 20_000

/**
 * Reads from the outbox which conversations other nodes have changed, and wakes this process for those it has not heard of. This is
 * what makes the bus a hint: with the bus away nothing is lost, it comes a moment later. Resolves when nothing that is committed from
 * then on can be missed.
 */
export async function watchOutbox({ database, node, local, log }: OutboxParts): Promise<OutboxWatch> {
  const heard = createRecentMap<number, number>(MAX_KNOWN)
  const unsubscribe = local.subscribe((wake) => {
    if (wake.type === 'conversation') note(wake.conversationId, wake.revision)
  })
  let { place } = await read(null)
  let lookedAt = performance.now()
  let looks = 0
  let isStopped = false
  let look = Promise.resolve()
  let sleeping = sleep()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(sleeping)
      unsubscribe()
      await look
    },
  }

  function note(conversationId: number, revision: number): boolean {
    if ((heard.get(conversationId) ?? -1) >= revision) return false
    heard.set(conversationId, revision)
    return true
  }

  function sleep(): NodeJS.Timeout {
    return setTimeout(() => {
      look = readAndSleep()
    }, LOOK_EVERY_MS).unref()
  }

  async function readAndSleep(): Promise<void> {
    await readOn().catch((error: unknown) => {
      log.warn({ err: error }, 'the outbox could not be read')
    })
    if (!isStopped) sleeping = sleep()
  }

  function read(from: OutboxPlace | null) {
    return runAsJournal(database, (tx) => stepsOfOthers(tx, node, from))
  }

  async function readOn(): Promise<void> {
    const news = await read(place)
    const now = performance.now()
    if (now - lookedAt > MISSED_AFTER_MS) local.publish({ type: 'missed' })
    place = news.place
    lookedAt = now
    for (const [storeId, conversationId, head, revision] of news.steps) {
      if (note(conversationId, revision)) {
        local.publish({ type: 'conversation', storeId, conversationId, head, revision })
      }
    }
    if (++looks % TIDY_EVERY_LOOKS === 0) await runAsJournal(database, (tx) => forgetToldSteps(tx, KEEP_MS))
  }
}
