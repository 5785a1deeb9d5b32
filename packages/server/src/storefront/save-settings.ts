import type { WidgetDesk, WidgetSettingsBody } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { saveWidgetSettings } from '../store/widget-settings.ts'
import type { Storefront } from './storefront.ts'
import { widgetDesk } from './widget-desk.ts'

/** Saves how the chat looks and speaks; every page that loads from now on has it, on other nodes within seconds. */
export async function saveSettings(
  { database, bus }: Storefront,
  { storeId }: Actor,
  { settings, revision }: WidgetSettingsBody,
): Promise<WidgetDesk | Refused> {
  const { on, consent } = settings.contact
  if (on && Object.values(consent).every((text) => text.trim() === '')) return { refused: 'CONSENT_MISSING' }
  const saved = await runAsStore(database, storeId, async (tx) => {
    const row = await saveWidgetSettings(tx, storeId, { settings, revision })
    return row === null ? null : widgetDesk(tx, storeId)
  })
  if (saved === null) return { refused: 'SETTINGS_MOVED' }
  bus.publish({ type: 'store', storeId })
  return saved
}
