import type { BotStorage } from './botkit.ts'
import { createInOrder } from './in-order.ts'
import { conditionalStore } from './state/conditional-store.ts'

/** The longest that `setTimeout` can wait. */
const LONGEST_MS = 2 ** 31 - 1

/** Wakes conversations when their next timer is due, also those of a process that died. */
export interface Timers {
  /** The conversation's next timer, or null: none. */
  readonly arm: (key: string, dueAt: number | null) => Promise<void>
  /** Arms what an earlier process left. */
  readonly recover: () => Promise<void>
  readonly stop: () => void
}

interface Armed {
  readonly dueAt: Readonly<Record<string, number>>
}

export function createTimers(
  storage: () => BotStorage,
  indexKey: string,
  now: () => number,
  fire: (key: string) => void,
): Timers {
  const store = conditionalStore<Armed>(storage, isArmed)
  const inOrder = createInOrder()
  const running = new Map<string, ReturnType<typeof setTimeout>>()
  const armedAt = new Map<string, number>()

  function wait(key: string, dueAt: number): void {
    clearTimeout(running.get(key))
    const timer = setTimeout(
      () => {
        running.delete(key)
        if (now() < dueAt) wait(key, dueAt)
        else fire(key)
      },
      Math.min(Math.max(dueAt - now(), 0), LONGEST_MS),
    )
    timer.unref()
    running.set(key, timer)
  }

  return {
    arm: async (key, dueAt) => {
      if (dueAt === null) {
        clearTimeout(running.get(key))
        running.delete(key)
      } else wait(key, dueAt)
      if ((armedAt.get(key) ?? null) === dueAt) return
      if (dueAt === null) armedAt.delete(key)
      else armedAt.set(key, dueAt)
      // One after the other: all conversations of this process write the same item.
      await inOrder(indexKey, () =>
        store.change(indexKey, (kept) => {
          const { [key]: _, ...others } = kept?.dueAt ?? {}
          return { item: { dueAt: dueAt === null ? others : { ...others, [key]: dueAt } }, result: null }
        }),
      )
    },
    recover: async () => {
      const kept = await store.read(indexKey)
      for (const [key, dueAt] of Object.entries(kept?.dueAt ?? {})) {
        armedAt.set(key, dueAt)
        wait(key, dueAt)
      }
    },
    stop: () => {
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    },
  }
}

function isArmed(value: unknown): value is Armed {
  return typeof value === 'object' && value !== null && 'dueAt' in value && typeof value.dueAt === 'object'
}
