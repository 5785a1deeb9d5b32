import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal } from '../store/run-as.ts'
import { findStoreByPublicId, storeById, type StoreRow } from '../store/stores.ts'
import { createRecentMap } from './recent-map.ts'

/** The shops, remembered for a moment: every socket and every step asks for one. */
export interface Stores {
  /** The store that a page names; null: there is none. */
  readonly byPublicId: (publicId: string) => Promise<StoreRow | null>
  /** The store of a conversation. Rejects where it is gone, which the database's keys do not allow. */
  readonly byId: (storeId: number) => Promise<StoreRow>
  /** Something of the store changed: read it again when it is next asked for. */
  readonly forget: (storeId: number) => void
}

/** Another node's change that no wake told of is seen after this time. */
const REMEMBERED_MS = 5_000
const MAX_STORES = 10_000

export function createStores(database: Database, clock: Clock): Stores {
  const rows = createRecentMap<number, { readonly row: Promise<StoreRow>; readonly until: number }>(MAX_STORES)
  const ids = createRecentMap<string, number>(MAX_STORES)

  function remember(storeId: number, row: Promise<StoreRow>): Promise<StoreRow> {
    rows.set(storeId, { row, until: clock.now() + REMEMBERED_MS })
    row.catch(() => {
      rows.delete(storeId)
    })
    return row
  }

  function byId(storeId: number): Promise<StoreRow> {
    const known = rows.get(storeId)
    if (known !== undefined && clock.now() < known.until) return known.row
    return remember(
      storeId,
      runAsJournal(database, async (tx) => {
        const row = await storeById(tx, storeId)
        if (row === null) throw new Error(`Store ${String(storeId)} is gone.`)
        return row
      }),
    )
  }

  return {
    byId,
    byPublicId: async (publicId) => {
      const known = ids.get(publicId)
      if (known !== undefined) return byId(known)
      const row = await runAsJournal(database, (tx) => findStoreByPublicId(tx, publicId))
      if (row === null) return null
      ids.set(publicId, row.id)
      return remember(row.id, Promise.resolve(row))
    },
    forget: rows.delete,
  }
}
