import type { WidgetDesk, WidgetSettingsBody } from '@shopbell/protocol'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import type { Refused } from '../reception/refused.ts'
import { saveWidgetSettings } from '../store/widget-settings.ts'
import type { Storefront } from './storefront.ts'
import { widgetDesk } from './widget-desk.ts'

/** Saves how the chat looks and speaks; every page that loads from now on has it, on other nodes within seconds. */
export async function saveSettings(
  parts: Storefront,
  actor: Actor,
  { settings, revision }: WidgetSettingsBody,
): Promise<WidgetDesk | Refused> {
  const { database, bus, clock } = parts
  const { storeId } = actor
  const { on, consent } = settings.contact
  if (on && Object.values(consent).every((text) => text.trim() === '')) return { refused: 'CONSENT_MISSING' }
  const saved = await doOnce(database, actor, async (tx) => {
    const row = await saveWidgetSettings(tx, storeId, { settings, revision })
    if (row === null) return null
    await recordAudit(tx, actor, { at: clock.now(), action: 'store_changed', subject: 'chat' })
    return widgetDesk(parts, tx, storeId)
  })
  if (saved === null) return { refused: 'SETTINGS_MOVED' }
  bus.publish({ type: 'store', storeId })
  return saved
}
