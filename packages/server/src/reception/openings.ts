import { nextChange } from '@shopbell/engine'
import type { Opening } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { HotConversations } from './hot-conversations.ts'
import { openingOf, type StoreHours } from './hours.ts'
import type { Stores } from './stores.ts'
import { tellStore } from './tell-store.ts'

/** Keeps open chats right about when people are back: as hours are changed (PUB-10), and at the moment people come or go. */
export interface Openings {
  /** A buyer of the store was just greeted by these hours. */
  readonly watch: (storeId: number, hours: StoreHours) => void
  /** The hours may have changed: of this store, or of any. */
  readonly look: (storeId?: number) => void
}

export interface OpeningsParts {
  readonly stores: Pick<Stores, 'hours'>
  readonly conversations: HotConversations
  readonly clock: Clock
  readonly log: Logger
}

interface Watched {
  /** What buyers were told last. */
  said: Omit<Opening, 'type'>
  timer: NodeJS.Timeout | undefined
  /** How often the hours were asked for. */
  turn: number
}

/** A timer sleeps no longer, because clocks are set and computers sleep. */
const LONGEST_SLEEP_MS = 600_000
/** So that a clock that stands still makes no endless loop. */
const SHORTEST_SLEEP_MS = 50

/** One timer for each store with an open chat whose people come and go. */
export function createOpenings({ stores, conversations, clock, log }: OpeningsParts): Openings {
  const watched = new Map<number, Watched>()

  function forget(storeId: number): void {
    clearTimeout(watched.get(storeId)?.timer)
    watched.delete(storeId)
  }

  function isListening(storeId: number): boolean {
    for (const { key, visitors } of conversations.all()) {
      if (key.storeId === storeId && visitors.size > 0) return true
    }
    return false
  }

  /** Sleeps until people come or go. */
  function sleep(storeId: number, store: Watched, hours: StoreHours): void {
    clearTimeout(store.timer)
    const changesAt = nextChange(hours.store.people, clock.now())
    if (changesAt !== null) sleepUntil(storeId, store, changesAt)
  }

  function sleepUntil(storeId: number, store: Watched, changesAt: number): void {
    const leftMs = changesAt - clock.now()
    store.timer = setTimeout(
      () => {
        if (clock.now() < changesAt) sleepUntil(storeId, store, changesAt)
        else look(storeId, store)
      },
      Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, leftMs)),
    ).unref()
  }

  /** Without anybody who listens there is nothing to watch, until the next greeting. */
  function look(storeId: number, store: Watched): void {
    if (!isListening(storeId)) {
      forget(storeId)
      return
    }
    const turn = ++store.turn
    stores
      .hours(storeId)
      .then((hours) => {
        // Asked again meanwhile: the later answer counts.
        if (watched.get(storeId) !== store || store.turn !== turn) return
        const opening = openingOf(hours, clock.now())
        const isNews = opening.open !== store.said.open || opening.opensAt !== store.said.opensAt
        store.said = opening
        if (isNews) tellStore(conversations, storeId, { type: 'opening', ...opening })
        sleep(storeId, store, hours)
      })
      .catch((error: unknown) => {
        log.warn({ err: error, storeId }, 'buyers could not be told when people are back')
        forget(storeId)
      })
  }

  return {
    watch: (storeId, hours) => {
      if (watched.has(storeId)) return
      const store: Watched = { said: openingOf(hours, clock.now()), timer: undefined, turn: 0 }
      watched.set(storeId, store)
      sleep(storeId, store, hours)
    },
    look: (only) => {
      for (const [storeId, store] of watched) if (only === undefined || only === storeId) look(storeId, store)
    },
  }
}
