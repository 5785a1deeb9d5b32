import { createHash } from 'node:crypto'
import type { BotStorage } from './botkit.ts'
import { createInOrder } from './in-order.ts'
import { conditionalStore } from './state/conditional-store.ts'

/** The longest that `setTimeout` can wait. */
const LONGEST_MS = 2 ** 31 - 1
/** How often a process looks for timers of others: of one that died, too. */
const LOOK_EVERY_MS = 60_000
/** So much later fires a timer of a conversation that another process heard last: it reaches the buyer, and has fired by then. */
const AFTER_OTHERS_MS = 5_000
/** Items that the timers of all conversations are spread over, so that processes do not wait for each other's writes. */
const SHARDS = 16

/** Wakes conversations when their next timer is due, also those of a process that died. */
export interface Timers {
  /** The conversation's next timer, or null: none. `isMine`: this process was the last to hear the buyer. */
  readonly arm: (key: string, dueAt: number | null, isMine: boolean) => Promise<void>
  /** Arms what other processes armed, now and once a minute. */
  readonly recover: () => Promise<void>
  readonly stop: () => void
}

interface Armed {
  readonly dueAt: Readonly<Record<string, number>>
}

/** What timers need around them. */
export interface TimerParts {
  readonly storage: () => BotStorage
  /** Keys of the items that say what is armed begin like this. */
  readonly prefix: string
  readonly now: () => number
  readonly fire: (key: string) => void
  readonly onError: (error: unknown) => void
}

export function createTimers({ storage, prefix, now, fire, onError }: TimerParts): Timers {
  const store = conditionalStore<Armed>(storage, isArmed)
  const inOrder = createInOrder()
  const running = new Map<string, ReturnType<typeof setTimeout>>()
  const armedAt = new Map<string, number>()
  let looking: ReturnType<typeof setInterval> | undefined

  const shard = (index: number) => `${prefix}/${String(index)}`
  const shardOf = (key: string) => shard((createHash('sha256').update(key).digest()[0] ?? 0) % SHARDS)

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

  async function look(): Promise<void> {
    const shards = await Promise.all(Array.from({ length: SHARDS }, (_, index) => store.read(shard(index))))
    for (const [key, dueAt] of shards.flatMap((kept) => Object.entries(kept?.dueAt ?? {}))) {
      if (running.has(key)) continue
      armedAt.set(key, dueAt)
      wait(key, dueAt + AFTER_OTHERS_MS)
    }
  }

  return {
    arm: async (key, dueAt, isMine) => {
      if (dueAt === null) {
        clearTimeout(running.get(key))
        running.delete(key)
      } else wait(key, isMine ? dueAt : dueAt + AFTER_OTHERS_MS)
      if ((armedAt.get(key) ?? null) === dueAt) return
      if (dueAt === null) armedAt.delete(key)
      else armedAt.set(key, dueAt)
      const index = shardOf(key)
      // One after the other: many conversations of this process write the same item.
      await inOrder(index, () =>
        store.change(index, (kept) => {
          const { [key]: _, ...others } = kept?.dueAt ?? {}
          return { item: { dueAt: dueAt === null ? others : { ...others, [key]: dueAt } }, result: null }
        }),
      )
    },
    recover: async () => {
      looking ??= setInterval(() => void look().catch(onError), LOOK_EVERY_MS).unref()
      await look()
    },
    stop: () => {
      clearInterval(looking)
      for (const timer of running.values()) clearTimeout(timer)
      running.clear()
    },
  }
}

function isArmed(value: unknown): value is Armed {
  return typeof value === 'object' && value !== null && 'dueAt' in value && typeof value.dueAt === 'object'
}
