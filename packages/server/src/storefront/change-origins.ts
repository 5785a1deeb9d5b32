import { type AuditDetails, MAX_ALLOWED_ORIGINS, type WidgetDesk } from '@shopbell/protocol'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { lockAllowedOrigins, setAllowedOrigins } from '../store/widget-settings.ts'
import { readAllowedOrigin } from './allowed-origin.ts'
import type { Storefront } from './storefront.ts'
import { widgetDesk } from './widget-desk.ts'

/** Lets the pages of one more origin, or of all sub-domains of one, show the chat. One that may already stays. */
export async function allowOrigin(
  parts: Storefront,
  actor: Actor,
  written: string,
): Promise<WidgetDesk | Refused> {
  const origin = readAllowedOrigin(written)
  if (origin === null) return { refused: 'ORIGIN_UNFIT' }
  return change(parts, actor, { allowed: origin }, (origins) => {
    if (origins.includes(origin)) return origins
    return origins.length < MAX_ALLOWED_ORIGINS ? [...origins, origin] : { refused: 'ORIGINS_FULL' }
  })
}

/** Takes an origin off the list. Without a list any page may show the chat. */
export function removeOrigin(parts: Storefront, actor: Actor, origin: string): Promise<WidgetDesk | Refused> {
  return change(parts, actor, { removed: origin }, (origins) =>
    origins.includes(origin) ? origins.filter((one) => one !== origin) : { refused: 'NOT_FOUND' },
  )
}

async function change(
  parts: Storefront,
  actor: Actor,
  details: AuditDetails,
  next: (origins: readonly string[]) => readonly string[] | Refused,
): Promise<WidgetDesk | Refused> {
  const { database, bus, clock } = parts
  const { storeId } = actor
  const outcome = await doOnce(database, actor, async (tx) => {
    const before = await lockAllowedOrigins(tx, storeId)
    const changed = next(before)
    if (isRefused(changed)) return changed
    if (changed !== before) {
      await setAllowedOrigins(tx, storeId, changed)
      const subject = 'allowed sites'
      await recordAudit(tx, actor, { at: clock.now(), action: 'store_changed', subject, details })
    }
    return widgetDesk(parts, tx, storeId)
  })
  if (!isRefused(outcome)) bus.publish({ type: 'store', storeId })
  return outcome
}
