import {
  entryName,
  type MenuStock,
  offerMenuEntry,
  personLabel,
  type Program,
  type Reader,
} from '@shopbell/engine'
import type { MenuEntry, MenuItems, MenuSettings } from '@shopbell/protocol'
import type { KeptStock } from '../store/menu-stock.ts'

/** A product is new for so long after it was first published (MNU-04). */
export const NEW_FOR_MS = 30 * 86_400_000

/** A store's menu: what the seller set, and what there is to give. */
export interface StoreMenu {
  readonly settings: MenuSettings
  readonly stock: KeptStock
}

/** The entries that are offered now, by what there is and the questions that the live flow has on (MNU-05). */
export function offeredEntries({ settings, stock }: StoreMenu, live: Program): readonly MenuEntry[] {
  const has: MenuStock = {
    ...stock,
    categories: stock.categories.map(({ ref }) => ref),
    questions: (live.list?.questions ?? []).filter(({ enabled }) => enabled).map(({ id }) => id),
  }
  return settings.entries.filter((entry) => offerMenuEntry(entry, has))
}

/** The menu as this buyer reads it, with the way to a person, which every buyer always has, at its end. */
export function menuItems(entries: readonly MenuEntry[], reader: Reader): MenuItems {
  return [
    ...entries
      .map((entry) => ({ id: entry.id, label: entryName(entry, reader) }))
      .filter(({ label }) => label !== ''),
    { id: 'person', label: personLabel(reader.locale) },
  ]
}
