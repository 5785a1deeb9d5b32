import type { MenuItems } from '@shopbell/protocol'
import type { StoreRow } from '../store/stores.ts'
import type { Desk } from './desk.ts'
import { createRecentMap } from './recent-map.ts'
import { StoreGone } from './store-gone.ts'
import { menuItems, offeredEntries } from './store-menu.ts'

const MAX_STORES = 10_000

/** The menu of a store now, in a buyer's language. */
export async function menuOf(
  { stores, programs }: Pick<Desk, 'stores' | 'programs'>,
  { id, liveVersion, defaultLocale }: StoreRow,
  locale: string,
): Promise<MenuItems> {
  const live = await programs.of(id, liveVersion)
  return menuItems(offeredEntries(await stores.menu(id), live), { locale, defaultLocale })
}

/** What an offered menu reads like, whoever reads it: two that are equal here are equal to every buyer. */
async function inEveryLanguage(
  { stores, programs }: Pick<Desk, 'stores' | 'programs'>,
  { id, liveVersion, defaultLocale }: StoreRow,
): Promise<string> {
  const offered = offeredEntries(await stores.menu(id), await programs.of(id, liveVersion))
  return JSON.stringify([
    defaultLocale,
    offered.map(({ id: entry, name, gives }) => [entry, name, gives.does]),
  ])
}

/** Tells the buyers of a store who have their chat open its menu, whenever it is not the one that was told last (PUB-10). */
export function menuTeller(desk: Desk): (storeId: number) => void {
  const told = createRecentMap<number, string>(MAX_STORES)

  async function tell(storeId: number): Promise<void> {
    const open = [...desk.conversations.all()].filter(
      ({ key, visitors }) => key.storeId === storeId && visitors.size > 0,
    )
    if (open.length === 0) return
    const store = await desk.stores.byId(storeId)
    const now = await inEveryLanguage(desk, store)
    if (told.get(storeId) === now) return
    told.set(storeId, now)
    for (const { locale, visitors } of open) {
      const menu = await menuOf(desk, store, locale ?? store.defaultLocale)
      for (const visitor of visitors) visitor.say([{ type: 'menu', menu }])
    }
  }

  return (storeId) => {
    tell(storeId).catch((error: unknown) => {
      if (!(error instanceof StoreGone)) desk.log.warn({ err: error }, 'a changed menu could not be told')
    })
  }
}
