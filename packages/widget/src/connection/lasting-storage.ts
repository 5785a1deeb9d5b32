import type { KeyValueStorage } from './buyer-storage.ts'

/**
 * The given storage, or memory where the browser blocks it. What it will not take (blocked, full) is held in memory until the
 * page goes: the chat works, it only forgets.
 */
export function lastingStorage(open: () => KeyValueStorage): KeyValueStorage {
  const memory = memoryStorage()
  let storage: KeyValueStorage
  try {
    storage = open()
    storage.getItem('')
  } catch {
    return memory
  }
  return {
    get length() {
      return storage.length
    },
    key: (index) => storage.key(index),
    getItem: (key) => memory.getItem(key) ?? storage.getItem(key),
    setItem: (key, value) => {
      try {
        storage.setItem(key, value)
        memory.removeItem(key)
      } catch {
        memory.setItem(key, value)
      }
    },
    removeItem: (key) => {
      memory.removeItem(key)
      storage.removeItem(key)
    },
  }
}

/** Storage that lives as long as the page. */
export function memoryStorage(): KeyValueStorage {
  const held = new Map<string, string>()
  return {
    get length() {
      return held.size
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  }
}
