import type { Clock } from '../clock.ts'
import { createRecentMap } from './recent-map.ts'

/** Values that are read from the database and used again for a moment. */
export interface Remembered<Key, Value> {
  /** The value, read at most once at a time. What failed to be read is not remembered. */
  readonly get: (key: Key) => Promise<Value>
  readonly put: (key: Key, value: Value) => void
  readonly forget: (key: Key) => void
}

/** A change that no wake told of, because another node or hand made it, is seen after this time. */
export const REMEMBERED_MS = 5_000
const MAX_REMEMBERED = 10_000

export function remember<Key, Value>(
  clock: Clock,
  read: (key: Key) => Promise<Value>,
): Remembered<Key, Value> {
  const values = createRecentMap<Key, { readonly value: Promise<Value>; readonly until: number }>(
    MAX_REMEMBERED,
  )
  const keep = (key: Key, value: Promise<Value>) => {
    values.set(key, { value, until: clock.now() + REMEMBERED_MS })
    return value
  }
  return {
    get: (key) => {
      const known = values.get(key)
      if (known !== undefined && clock.now() < known.until) return known.value
      const value = keep(key, read(key))
      value.catch(() => {
        values.delete(key)
      })
      return value
    },
    put: (key, value) => void keep(key, Promise.resolve(value)),
    forget: values.delete,
  }
}
