import type { BotStorage, StoredItem } from '../botkit.ts'

/** Times an item is read and changed again after somebody else was faster, or the storage failed. */
const MOST_TRIES = 8
const PAUSE_MS = 15

/** Items in BotBuilder's storage that are only ever changed as they were read. */
export interface ConditionalStore<Item extends object> {
  /**
   * Reads the item, or null, and writes what `change` makes of it, unless that is null; when another process wrote meanwhile, again with
   * what that one wrote. Rejects with the storage's error.
   */
  readonly change: <Result>(
    key: string,
    change: (item: Item | null) => { readonly item: Item | null; readonly result: Result },
  ) => Promise<Result>
  readonly read: (key: string) => Promise<Item | null>
}

/** A little longer each time: whoever is faster is done soon, and a storage that hiccups recovers. */
function pause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries))
}

interface Kept<Item> extends StoredItem {
  readonly kept: Item
}

interface Loaded<Item> {
  readonly item: Item | null
  readonly eTag: string | null
  /** Nothing is stored under the key. */
  readonly isNew: boolean
}

/** `reads` says whether what is stored has the shape; another is as if nothing were there. */
export function conditionalStore<Item extends object>(
  storage: () => BotStorage,
  reads: (value: unknown) => value is Item,
): ConditionalStore<Item> {
  async function load(key: string): Promise<Loaded<Item>> {
    const found = (await storage().read([key]))[key]
    if (typeof found !== 'object' || found === null) return { item: null, eTag: null, isNew: true }
    const eTag = 'eTag' in found && typeof found.eTag === 'string' ? found.eTag : null
    return { item: 'kept' in found && reads(found.kept) ? found.kept : null, eTag, isNew: false }
  }

  function save(key: string, kept: Item, { eTag, isNew }: Loaded<Item>): Promise<void> {
    const changes: Record<string, Kept<Item>> = { [key]: { kept, ...(eTag === null ? {} : { eTag }) } }
    const into = storage()
    return isNew && into.insert ? into.insert(changes) : into.write(changes)
  }

  async function loadSurely(key: string): Promise<Loaded<Item>> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await load(key)
      } catch (error) {
        if (tries >= MOST_TRIES) throw error
        await pause(tries)
      }
    }
  }

  return {
    read: async (key) => (await loadSurely(key)).item,
    change: async (key, change) => {
      for (let tries = 1; ; tries += 1) {
        const loaded = await loadSurely(key)
        const { item, result } = change(loaded.item)
        if (item === null) return result
        try {
          await save(key, item, loaded)
          return result
        } catch (error) {
          if (tries >= MOST_TRIES) throw error
          await pause(tries)
        }
      }
    },
  }
}
