import type { ReceptionDesk, ReceptionSettings } from '@shopbell/protocol'
import {
  copyReception,
  readReception,
  saveAccountReception,
  saveMyReception,
  saveStoreReception,
} from '#lib/api/reception.ts'
import { openScopedPage } from '#lib/api/scoped-page.svelte.ts'

export type HoursDesk = ReturnType<typeof openHoursDesk>

/** When the robot and the people receive buyers, by the store and by accounts. */
export const openHoursDesk = () =>
  openScopedPage<ReceptionSettings, ReceptionDesk>({
    read: readReception,
    saveStore: saveStoreReception,
    saveMine: saveMyReception,
    saveAccount: saveAccountReception,
  })

/** The zone that the hours on the page are in. */
export const zoneOf = ({ settings, desk }: HoursDesk): string =>
  settings?.timeZone ?? desk?.storeZone ?? 'UTC'

/** Gives the store's hours to all accounts as their own; false: they stay as they are. */
export const copyToAll = ({ desk, show }: HoursDesk): Promise<boolean> =>
  show(copyReception((desk?.accounts ?? []).map(({ id }) => id)))
