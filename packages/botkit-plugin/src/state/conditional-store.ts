import type { BotStorage, StoredItem } from '../botkit.ts'

/** Times an item is read and changed again after somebody else was faster. */
const MOST_TRIES = 5
const PAUSE_MS = 10

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

/** `reads` says whether what is stored has the shape; another is as if nothing were there. */
export function conditionalStore<Item extends object>(
  storage: () => BotStorage,
  reads: (value: unknown) => value is Item,
): ConditionalStore<Item> {
  async function load(key: string): Promise<{ readonly item: Item | null; readonly eTag: string | null }> {
    const found = (await storage().read([key]))[key]
    if (typeof found !== 'object' || found === null || !('kept' in found)) return { item: null, eTag: null }
    const eTag = 'eTag' in found && typeof found.eTag === 'string' ? found.eTag : null
    return { item: reads(found.kept) ? found.kept : null, eTag }
  }

  return {
    read: async (key) => (await load(key)).item,
    change: async (key, change) => {
      for (let tries = 1; ; tries += 1) {
        const { item, eTag } = await load(key)
        const { item: next, result } = change(item)
        if (next === null) return result
        const stored: Kept<Item> = { kept: next, ...(eTag === null ? {} : { eTag }) }
        try {
          await storage().write({ [key]: stored })
          return result
        } catch (error) {
          if (tries >= MOST_TRIES) throw error
          await pause(tries)
        }
      }
    },
  }
}
