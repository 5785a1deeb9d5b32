import type { ProductCard } from '@shopbell/protocol'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import { pinnedProducts } from '../store/products.ts'
import { receptionSettingsOf } from '../store/reception-settings.ts'
import { runAsJournal, runAsStore } from '../store/run-as.ts'
import { findStoreByPublicId, storeById, type StoreRow } from '../store/stores.ts'
import { type StoreHours, storeHours } from './hours.ts'
import { createRecentMap } from './recent-map.ts'
import { remember } from './remembered.ts'
import { StoreGone } from './store-gone.ts'

/** The shops, remembered for a moment: every socket and every step asks for one. */
export interface Stores {
  /** The store that a page names; null: there is none. */
  readonly byPublicId: (publicId: string) => Promise<StoreRow | null>
  /** The store of a conversation. Rejects with `StoreGone` where it was removed. */
  readonly byId: (storeId: number) => Promise<StoreRow>
  /** The cards a recommendation may show (REC-01). */
  readonly pinnedCards: (storeId: number) => Promise<readonly ProductCard[]>
  /** When the robot and the people of the store receive buyers. */
  readonly hours: (storeId: number) => Promise<StoreHours>
  /** Something of the store changed: read it again when it is next asked for. */
  readonly forget: (storeId: number) => void
}

const MAX_NAMES = 10_000
/** Most product cards one message holds. */
const MAX_CARDS = 10

export function createStores(database: Database, clock: Clock): Stores {
  const idsByName = createRecentMap<string, number>(MAX_NAMES)
  const rows = remember(clock, (storeId: number) =>
    runAsJournal(database, async (tx) => {
      const row = await storeById(tx, storeId)
      if (row === null) throw new StoreGone(storeId)
      return row
    }),
  )
  const cards = remember(clock, (storeId: number) =>
    runAsStore(database, storeId, (tx) => pinnedProducts(tx, storeId, MAX_CARDS)),
  )
  const hours = remember(clock, async (storeId: number) => {
    const { timeZone } = await rows.get(storeId)
    return storeHours(await runAsStore(database, storeId, (tx) => receptionSettingsOf(tx, storeId)), timeZone)
  })

  return {
    byId: rows.get,
    byPublicId: async (publicId) => {
      const known = idsByName.get(publicId)
      if (known !== undefined) return rows.get(known).catch(nullWhereGone)
      const row = await runAsJournal(database, (tx) => findStoreByPublicId(tx, publicId))
      if (row === null) return null
      idsByName.set(publicId, row.id)
      rows.put(row.id, row)
      return row
    },
    pinnedCards: cards.get,
    hours: hours.get,
    forget: (storeId) => {
      rows.forget(storeId)
      cards.forget(storeId)
      hours.forget(storeId)
    },
  }
}

function nullWhereGone(error: unknown): null {
  if (error instanceof StoreGone) return null
  throw error
}
