import type { CardSettings, Profile } from '@shopbell/engine'
import { DEFAULT_CARD_LIST, DEFAULT_MENU, DEFAULT_PRODUCT_REPLIES } from '@shopbell/protocol'
import type { Clock } from '../clock.ts'
import { busyAccountsOf } from '../store/agent-attendance.ts'
import type { Database, Tx } from '../store/database.ts'
import { menuStock } from '../store/menu-stock.ts'
import { type OfferedProduct, offeredProducts } from '../store/products.ts'
import { settingsOf } from '../store/settings.ts'
import { chosenProfilesOf } from '../store/profile-days.ts'
import type { SettingArea, SettingAreas } from '../store/settings-schema.ts'
import { runAsJournal, runAsStore } from '../store/run-as.ts'
import { findStoreByPublicId, onlyStore, storeById, type StoreRow } from '../store/stores.ts'
import { type StoreHours, storeHours } from './hours.ts'
import { createRecentMap } from './recent-map.ts'
import { profileAt, storeProfiles } from './profile-at.ts'
import { remember } from './remembered.ts'
import { storeStatus, type StoreStatus } from './status.ts'
import { StoreGone } from './store-gone.ts'
import { NEW_FOR_MS, type StoreMenu } from './store-menu.ts'

/** The shops, remembered for a moment: every socket and every step asks for one. */
export interface Stores {
  /** The store that a page names; null: there is none. */
  readonly byPublicId: (publicId: string) => Promise<StoreRow | null>
  /** The store that is meant by who names none; null where there are several. */
  readonly only: () => Promise<StoreRow | null>
  /** The store of a conversation. Rejects with `StoreGone` where it was removed. */
  readonly byId: (storeId: number) => Promise<StoreRow>
  /** When the robot and the people of the store receive buyers. */
  readonly hours: (storeId: number) => Promise<StoreHours>
  /** The rule book by which the store works at an instant (PRF-02). */
  readonly profile: (storeId: number, at: number) => Promise<Profile>
  /** What the robot may say for people; null: nothing (STS-01…11). */
  readonly status: (storeId: number) => Promise<StoreStatus | null>
  /** The accounts that are busy (ACT-04). */
  readonly busy: (storeId: number) => Promise<ReadonlySet<number>>
  readonly forgetBusy: (storeId: number) => void
  /** What the message settings say to cards (CRD-01, CRD-04). */
  readonly cards: (storeId: number) => Promise<CardSettings>
  /** The self-service menu, and what there is for it (MNU-05). */
  readonly menu: (storeId: number) => Promise<StoreMenu>
  /** What a recommendation may show to anybody (REC-01). */
  readonly offeredProducts: (storeId: number) => Promise<readonly OfferedProduct[]>
  /** Changes when something of the store may have changed. */
  readonly generation: (storeId: number) => number
  /** Something of the store changed: read it again when it is next asked for. */
  readonly forget: (storeId: number) => void
}

const MAX_NAMES = 10_000
/** As many pinned ones, and as many best sellers, as one message can hold. */
const MAX_OFFERED = 10

export function createStores(database: Database, clock: Clock): Stores {
  const idsByName = createRecentMap<string, number>(MAX_NAMES)
  const rows = remember(clock, (storeId: number) =>
    runAsJournal(database, async (tx) => {
      const row = await storeById(tx, storeId)
      if (row === null) throw new StoreGone(storeId)
      return row
    }),
  )
  const offered = remember(clock, (storeId: number) =>
    runAsStore(database, storeId, (tx) => offeredProducts(tx, storeId, MAX_OFFERED)),
  )
  const hours = remember(clock, async (storeId: number) => {
    const { timeZone } = await rows.get(storeId)
    return storeHours(
      await runAsStore(database, storeId, (tx) => settingsOf(tx, storeId, 'reception')),
      timeZone,
    )
  })
  const profiles = remember(clock, async (storeId: number) => {
    const chosen = await runAsJournal(database, (tx) => chosenProfilesOf(tx, storeId))
    if (chosen === null) throw new StoreGone(storeId)
    return storeProfiles(chosen)
  })
  const status = remember(clock, (storeId: number) =>
    runAsStore(database, storeId, async (tx) => {
      const [phrases] = await settingsOf(tx, storeId, 'closing_phrases')
      return storeStatus(await settingsOf(tx, storeId, 'status_replies'), phrases?.value?.phrases ?? null)
    }),
  )
  const busy = remember(clock, (storeId: number) =>
    runAsStore(database, storeId, (tx) => busyAccountsOf(tx, storeId)),
  )
  const cards = remember(clock, (storeId: number) =>
    runAsStore(database, storeId, async (tx): Promise<CardSettings> => ({
      productReplies: await ownSetting(tx, storeId, 'product_replies', DEFAULT_PRODUCT_REPLIES),
      cardList: await ownSetting(tx, storeId, 'card_list', DEFAULT_CARD_LIST),
    })),
  )
  const menu = remember(clock, (storeId: number) =>
    runAsStore(database, storeId, async (tx): Promise<StoreMenu> => ({
      settings: await ownSetting(tx, storeId, 'menu', DEFAULT_MENU),
      stock: await menuStock(tx, storeId, clock.now() - NEW_FOR_MS),
    })),
  )
  const generations = createRecentMap<number, number>(MAX_NAMES)
  let changes = 0

  return {
    byId: rows.get,
    only: () => runAsJournal(database, onlyStore),
    byPublicId: async (publicId) => {
      const known = idsByName.get(publicId)
      if (known !== undefined) return rows.get(known).catch(nullWhereGone)
      const row = await runAsJournal(database, (tx) => findStoreByPublicId(tx, publicId))
      if (row === null) return null
      idsByName.set(publicId, row.id)
      rows.put(row.id, row)
      return row
    },
    offeredProducts: offered.get,
    generation: (storeId) => generations.get(storeId) ?? 0,
    hours: hours.get,
    profile: async (storeId, at) => profileAt(await profiles.get(storeId), at),
    status: status.get,
    busy: busy.get,
    forgetBusy: busy.forget,
    cards: cards.get,
    menu: menu.get,
    forget: (storeId) => {
      rows.forget(storeId)
      offered.forget(storeId)
      hours.forget(storeId)
      profiles.forget(storeId)
      status.forget(storeId)
      busy.forget(storeId)
      cards.forget(storeId)
      menu.forget(storeId)
      generations.set(storeId, ++changes)
    },
  }
}

/** What the store itself has set, else what every store has. */
async function ownSetting<Area extends SettingArea>(
  tx: Tx,
  storeId: number,
  area: Area,
  initial: SettingAreas[Area],
): Promise<SettingAreas[Area]> {
  const kept = await settingsOf(tx, storeId, area)
  return kept.find(({ accountId }) => accountId === null)?.value ?? initial
}

function nullWhereGone(error: unknown): null {
  if (error instanceof StoreGone) return null
  throw error
}
