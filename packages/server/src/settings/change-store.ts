import type { StoreChanges, StoreSettings } from '@shopbell/protocol'
import { stillActing } from '../accounts/acting.ts'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { changeStore as updateStore, storeById, type StoreRow } from '../store/stores.ts'
import { findUnknown } from './find-unknown.ts'
import { shownStore } from './read-store.ts'
import type { Settings } from './settings.ts'

/** Changes the store's name, the name buyers read, its time zone or its language; what is left out stays. Live within seconds. */
export async function changeStore(
  parts: Settings,
  actor: Actor,
  changes: StoreChanges,
): Promise<StoreSettings | Refused> {
  const { database, clock, bus } = parts
  const unknown = findUnknown(changes)
  if (unknown !== null) return unknown
  const { storeId } = actor
  const changed = await runAsStore(database, storeId, async (tx): Promise<StoreRow | Refused> => {
    if ((await stillActing(tx, actor)) === null) return { refused: 'FORBIDDEN' }
    const before = await storeById(tx, storeId)
    if (before === null) return { refused: 'NOT_FOUND' }
    const store = await updateStore(tx, storeId, changes)
    for (const key of ['name', 'shownName', 'timeZone', 'defaultLocale'] as const) {
      if (before[key] === store[key]) continue
      const details = { setting: key, from: before[key], to: store[key] }
      await recordAudit(tx, actor, { at: clock.now(), action: 'store_changed', details })
    }
    return store
  })
  if (isRefused(changed)) return changed
  bus.publish({ type: 'store', storeId })
  return shownStore(parts, changed)
}
