import { SvelteMap } from 'svelte/reactivity'
import { placeKey, type RemoteBatch } from '../document/conflict.ts'

/** Who types where, as far as their saved changes tell. */
export interface Writers {
  readonly heard: (batch: RemoteBatch) => void
  readonly of: (at: readonly string[]) => string | null
  readonly forget: () => void
}

interface Writing {
  readonly by: string
  readonly timer: ReturnType<typeof setTimeout>
}

/** A field that somebody else types in frees so long after their last key. */
const FREE_AFTER_MS = 5_000

export function rememberWriters(): Writers {
  const byPlace = new SvelteMap<string, Writing>()
  return {
    heard: ({ by, operations }) => {
      for (const operation of operations) {
        if (operation.op !== 'put' || operation.at[0] !== 'texts') continue
        const key = placeKey(operation.at)
        clearTimeout(byPlace.get(key)?.timer)
        byPlace.set(key, { by, timer: setTimeout(() => byPlace.delete(key), FREE_AFTER_MS) })
      }
    },
    of: (at) => byPlace.get(placeKey(at))?.by ?? null,
    forget: () => byPlace.forEach(({ timer }) => clearTimeout(timer)),
  }
}
