import type { EditorState } from '../document/editor-state.ts'

/** What outlives the page: everything but the document, which follows from the rest. */
export type JournalledState = Omit<EditorState, 'document'>

/** One tab's unsent work and its undo stack, kept on this device until it is saved. */
export interface JournalEntry {
  /** Whose work in which shop, and the lane: nobody else on this device takes it up. */
  readonly key: string
  readonly owner: string
  readonly lane: string
  readonly writtenAt: number
  readonly state: JournalledState
}

const DATABASE = 'shopbell.drafts'
const STORE = 'journal'

/** Reads all entries of an owner, newest first; none where the browser keeps nothing. */
export async function readJournals(owner: string): Promise<readonly JournalEntry[]> {
  const found = await inStore<JournalEntry[]>('readonly', (store) => store.getAll())
  return (found ?? []).filter((entry) => entry.owner === owner).sort((a, b) => b.writtenAt - a.writtenAt)
}

/** Resolves when the entry is kept. Where the browser keeps nothing it resolves too: the server is then the only copy. */
export async function writeJournal(entry: JournalEntry): Promise<void> {
  await inStore('readwrite', (store) => store.put(entry))
}

export async function dropJournal(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key))
}

let opened: Promise<IDBDatabase | null> | undefined

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open(DATABASE, 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'key' })
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => resolve(null)
    } catch {
      resolve(null) // storage is forbidden here
    }
  })
  return opened
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Result | null> {
  const database = await open()
  if (!database) return null
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const asked = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => resolve(null) // full, or torn down
    } catch {
      resolve(null)
    }
  })
}
