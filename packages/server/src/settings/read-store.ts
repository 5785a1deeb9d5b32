import type { StoreSettings } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { avatarAddress } from '../store/avatar-address.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById, type StoreRow } from '../store/stores.ts'
import type { Settings } from './settings.ts'

/** The store's settings, for everybody who works there. */
export async function readStore(
  parts: Pick<Settings, 'database' | 'ownOrigin'>,
  { storeId }: Actor,
): Promise<StoreSettings> {
  const store = await runAsStore(parts.database, storeId, (tx) => storeById(tx, storeId))
  if (store === null) throw new Error('An account belongs to a store that does not exist.')
  return shownStore(parts, store)
}

export function shownStore(
  { ownOrigin }: Pick<Settings, 'ownOrigin'>,
  { publicId, name, shownName, timeZone, defaultLocale, avatar }: StoreRow,
): StoreSettings {
  return {
    id: publicId,
    name,
    timeZone,
    defaultLocale,
    ...(shownName === null ? {} : { shownName }),
    ...(avatar === null ? {} : { avatar: avatarAddress(avatar, ownOrigin()) }),
  }
}
