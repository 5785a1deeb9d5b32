import type { Enter, Look, SentContent } from '@shopbell/protocol'
import { advance } from './advance.ts'
import { type BuyerStorage, buyerStorage, type KeyValueStorage } from './buyer-storage.ts'
import type { ConnectionEffect, TimerName } from './connection-effect.ts'
import type { ConnectionEvent } from './connection-event.ts'
import { type ConnectionState, initialState } from './connection-state.ts'
import { type ChatSocket, openWebSocket, type OpenSocket } from './open-web-socket.ts'
import { readFrame } from './read-frame.ts'

/** The world a connection lives in. Everything but the address has a real default; tests bring their own. */
export interface Surroundings {
  /** `ws:` or `wss:` address of the chat, without the token. */
  readonly address: string
  readonly store: string
  readonly locale: string
  /** An IANA zone; left out: the device's. */
  readonly timeZone?: string | null
  readonly storage: KeyValueStorage
  readonly openSocket?: OpenSocket
  /** Calls `work` once after `afterMs`; returns what prevents it. */
  readonly startTimer?: (work: () => void, afterMs: number) => () => void
  readonly now?: () => number
  /** Evenly drawn from 0 (included) to 1 (excluded); spreads retries. */
  readonly chance?: () => number
  /** A fresh name of 8 to 32 letters and digits for this page's outbox. */
  readonly newLane?: () => string
}

/** A buyer's connection with one store. */
export interface Connection {
  readonly state: () => ConnectionState
  /** Calls back after every change; returns a function that ends it. */
  readonly onChange: (listener: (state: ConnectionState) => void) => () => void
  /** Connects if nothing did yet: to see unread messages without entering. */
  readonly wake: () => void
  /** The panel became visible. */
  readonly enter: (from: Omit<Enter, 'type'>) => void
  readonly leave: () => void
  /** The page shows products, or the buyer opened their cards. Said when there is a connection. */
  readonly look: (look: Omit<Look, 'type'>) => void
  /** Writes a message into the outbox; it leaves as soon as it can, once. `shown` is what the bubble says until then. */
  readonly send: (content: SentContent, shown: string) => void
  /** Says whether an automatic answer solved it; said until the server confirms it, shown at once (FAQ-17). */
  readonly judge: (message: number, solved: boolean) => void
  readonly retry: (id: string) => void
  readonly discard: (id: string) => void
  readonly see: (seq: number) => void
  readonly type: () => void
  readonly networkReturned: () => void
  /** A key of storage was changed by another tab; null when all were. */
  readonly storageChanged: (key: string | null) => void
  /** Hangs up for good, e.g. when the element leaves the page. Storage stays. */
  readonly end: () => void
}

function zoneOfDevice(): string | null {
  const { timeZone }: { readonly timeZone?: string } = Intl.DateTimeFormat().resolvedOptions()
  return timeZone ?? null
}

/** Starts a connection asleep: the first `wake`, `enter` or `send` opens the socket. */
export function connect(surroundings: Surroundings): Connection {
  const {
    address,
    store,
    locale,
    timeZone = zoneOfDevice(),
    openSocket = openWebSocket,
    now = Date.now,
    chance = Math.random,
  } = surroundings
  const { startTimer = startTimeout, newLane = randomLane } = surroundings
  const storage = buyerStorage(store, surroundings.storage)
  const timers = new Map<TimerName, () => void>()
  const listeners = new Set<(state: ConnectionState) => void>()
  let state = initialState(newLane(), locale, timeZone)
  let socket: ChatSocket | null = null
  let ended = false

  const happen = (event: ConnectionEvent): void => {
    if (ended) return
    const before = state
    const next = advance(before, event)
    state = next.state
    for (const effect of next.effects) perform(effect)
    if (state === before) return
    for (const listener of listeners) listener(state)
  }

  const hangUp = (): void => {
    socket?.hangUp()
    socket = null
  }

  const sleep = (timer: TimerName): void => {
    timers.get(timer)?.()
    timers.delete(timer)
  }

  const perform = (effect: ConnectionEffect): void => {
    switch (effect.type) {
      case 'open':
        hangUp()
        socket = openSocket(address, {
          opened: () => happen({ type: 'opened', keptToken: storage.token() }),
          heard: (text) => {
            const frame = readFrame(text)
            if (frame) happen({ type: 'framed', frame, keptToken: storage.token() })
          },
          closed: (code, reason) => {
            socket = null
            happen({ type: 'closed', code, reason })
          },
        })
        return
      case 'hangUp':
        return hangUp()
      case 'say':
        return socket?.say(JSON.stringify(effect.frame))
      case 'wake': {
        sleep(effect.timer)
        const wakeUp = (): void => {
          timers.delete(effect.timer)
          happen({ type: 'woke', timer: effect.timer })
        }
        timers.set(effect.timer, startTimer(wakeUp, effect.afterMs + chance() * effect.spreadMs))
        return
      }
      case 'sleep':
        return effect.timers.forEach(sleep)
      default:
        return remember(storage, effect)
    }
  }

  happen({ type: 'began', kept: storage.entries(), token: storage.token(), readTo: storage.readTo() })

  return {
    state: () => state,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    wake: () => happen({ type: 'wanted' }),
    enter: (from) => happen({ type: 'entered', enter: { type: 'enter', ...from } }),
    leave: () => happen({ type: 'left' }),
    look: (look) => happen({ type: 'looked', look: { type: 'look', ...look } }),
    send: (content, shown) => happen({ type: 'sent', content, shown, at: now() }),
    judge: (message, solved) => happen({ type: 'judged', judge: { type: 'judge', message, solved } }),
    retry: (id) => happen({ type: 'retried', id }),
    discard: (id) => happen({ type: 'discarded', id }),
    see: (seq) => happen({ type: 'seen', seq }),
    type: () => happen({ type: 'typed' }),
    networkReturned: () => happen({ type: 'networkReturned' }),
    storageChanged: (key) => {
      if (key === storage.tokenKey) happen({ type: 'tokenChanged', keptToken: storage.token() })
    },
    end: () => {
      ended = true
      hangUp()
      ;[...timers.keys()].forEach(sleep)
    },
  }
}

function remember(
  storage: BuyerStorage,
  effect: Exclude<ConnectionEffect, { type: 'open' | 'hangUp' | 'say' | 'wake' | 'sleep' }>,
): void {
  switch (effect.type) {
    case 'keepToken':
      return storage.keepToken(effect.token)
    case 'forgetToken':
      return storage.forgetToken(effect.token)
    case 'keepEntry':
      return storage.keepEntry(effect.entry)
    case 'dropEntry':
      return storage.dropEntry(effect.id)
    case 'keepReadTo':
      return storage.keepReadTo(effect.seq)
  }
}

function startTimeout(work: () => void, afterMs: number): () => void {
  const timer = setTimeout(work, afterMs)
  return () => clearTimeout(timer)
}

/** 96 random bits: no two outboxes of a conversation share a lane. */
function randomLane(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
