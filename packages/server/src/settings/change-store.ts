import type { StoreChanges, StoreSettings } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { changeStore as updateStore, storeById, type StoreRow } from '../store/stores.ts'
import { changeSettings } from './change-settings.ts'
import { findUnknown } from './find-unknown.ts'
import { shownStore } from './read-store.ts'
import type { Settings } from './settings.ts'

/** Changes the store's name, the name buyers read, its time zone or its language; what is left out stays. Live within seconds. */
export async function changeStore(
  parts: Settings,
  actor: Actor,
  changes: StoreChanges,
): Promise<StoreSettings | Refused> {
  const unknown = findUnknown(changes)
  if (unknown !== null) return unknown
  const { storeId } = actor
  const changed = await changeSettings(parts, actor, async (tx): Promise<StoreRow | Refused> => {
    const before = await storeById(tx, storeId)
    if (before === null) return { refused: 'NOT_FOUND' }
    const store = await updateStore(tx, storeId, changes)
    for (const key of ['name', 'shownName', 'timeZone', 'defaultLocale'] as const) {
      if (before[key] === store[key]) continue
      const details = { setting: key, from: before[key], to: store[key] }
      await recordAudit(tx, actor, { at: parts.clock.now(), action: 'store_changed', details })
    }
    return store
  })
  return isRefused(changed) ? changed : shownStore(parts, changed)
}
