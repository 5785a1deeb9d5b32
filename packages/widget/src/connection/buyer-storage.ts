import type { KeptEntry } from './outbox.ts'
import { readKeptEntry } from './read-kept-entry.ts'

/** The part of `Storage` that is needed; a simulated buyer brings a map. */
export interface KeyValueStorage {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What the buyer's browser keeps for one store: the token, unsent messages, how far was read. */
export interface BuyerStorage {
  readonly tokenKey: string
  token(): string | null
  keepToken(token: string): void
  /** Another tab may have a new one already; that one stays. */
  forgetToken(token: string): void
  entries(): readonly KeptEntry[]
  keepEntry(entry: KeptEntry): void
  dropEntry(id: string): void
  readTo(): number
  keepReadTo(seq: number): void
}

/** One key per unsent message, so that two tabs can never overwrite each other's. */
export function buyerStorage(store: string, storage: KeyValueStorage): BuyerStorage {
  const prefix = `shopbell:${store}:`
  const tokenKey = `${prefix}token`
  const readKey = `${prefix}read`
  const entryKey = (id: string) => `${prefix}out:${id}`
  return {
    tokenKey,
    token: () => storage.getItem(tokenKey),
    keepToken: (token) => storage.setItem(tokenKey, token),
    forgetToken: (token) => {
      if (storage.getItem(tokenKey) === token) storage.removeItem(tokenKey)
    },
    entries: () => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
      return keys
        .filter((key): key is string => key?.startsWith(entryKey('')) === true)
        .map((key) => readKeptEntry(storage.getItem(key)))
        .filter((entry) => entry !== null)
    },
    keepEntry: (entry) => storage.setItem(entryKey(entry.id), JSON.stringify(entry)),
    dropEntry: (id) => storage.removeItem(entryKey(id)),
    readTo: () => Number(storage.getItem(readKey)) || 0,
    keepReadTo: (seq) => (seq > 0 ? storage.setItem(readKey, String(seq)) : storage.removeItem(readKey)),
  }
}
