import type { Bus, Wake } from '../bus/bus.ts'
import type { ConversationKey } from '../store/conversations.ts'

/** Who has which conversation open, on any node. In memory only: it is told again and again, and forgotten when it is not. */
export interface Attending {
  /** A console opened this conversation. */
  readonly enter: (key: ConversationKey, accountId: number) => Attendant
  /** Everybody who has it open, each account once. */
  readonly of: (conversationId: number) => readonly { readonly accountId: number; readonly writes: boolean }[]
  readonly stop: () => void
}

/** One console at one conversation. */
export interface Attendant {
  readonly write: () => void
  readonly leave: () => void
}

interface Seen {
  readonly accountId: number
  readonly storeId: number
  heardAt: number
  wroteAt: number
}

type Heard = Wake & { readonly type: 'attending' }

const REPEAT_EVERY_MS = 10_000
/** Not told for so long: its server died without a word. */
const FORGET_AFTER_MS = 25_000
/** A console says every three seconds that its person writes. */
const WRITES_FOR_MS = 6_000

/** `onChange` is called with a conversation where somebody came, left or writes. */
export function createAttending(
  bus: Bus,
  onChange: (storeId: number, conversationId: number) => void,
): Attending {
  const conversations = new Map<number, Map<string, Seen>>()
  const here = new Set<() => void>()

  const unsubscribe = bus.subscribe((wake) => {
    if (wake.type === 'attending') hear(wake)
  })
  const timer = setInterval(() => {
    for (const repeat of here) repeat()
    forgetTheSilent()
  }, REPEAT_EVERY_MS)
  timer.unref()

  function hear({ storeId, conversationId, accountId, window, does }: Heard): void {
    const windows = conversations.get(conversationId) ?? new Map<string, Seen>()
    const known = windows.get(window)
    if (does === 'leave') {
      windows.delete(window)
    } else {
      const now = performance.now()
      const wroteAt = does === 'write' ? now : (known?.wroteAt ?? -Infinity)
      windows.set(window, { accountId, storeId, heardAt: now, wroteAt })
    }
    if (windows.size > 0) conversations.set(conversationId, windows)
    else conversations.delete(conversationId)
    if (does !== 'look' || known === undefined) onChange(storeId, conversationId)
  }

  function forgetTheSilent(): void {
    const earliest = performance.now() - FORGET_AFTER_MS
    for (const [conversationId, windows] of conversations) {
      for (const [window, { heardAt, storeId }] of windows) {
        if (heardAt >= earliest) continue
        windows.delete(window)
        onChange(storeId, conversationId)
      }
      if (windows.size === 0) conversations.delete(conversationId)
    }
  }

  return {
    enter: ({ storeId, id: conversationId }, accountId) => {
      const window = crypto.randomUUID()
      const tell = (does: Heard['does']) => {
        bus.publish({ type: 'attending', storeId, conversationId, accountId, window, does })
      }
      const repeat = () => {
        tell('look')
      }
      here.add(repeat)
      repeat()
      return {
        write: () => {
          tell('write')
        },
        leave: () => {
          here.delete(repeat)
          tell('leave')
        },
      }
    },
    of: (conversationId) => {
      const writesSince = performance.now() - WRITES_FOR_MS
      const people = new Map<number, boolean>()
      for (const { accountId, wroteAt } of conversations.get(conversationId)?.values() ?? []) {
        people.set(accountId, wroteAt > writesSince || people.get(accountId) === true)
      }
      return [...people].map(([accountId, writes]) => ({ accountId, writes }))
    },
    stop: () => {
      unsubscribe()
      clearInterval(timer)
    },
  }
}
