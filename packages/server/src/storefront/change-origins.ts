import { MAX_ALLOWED_ORIGINS, type WidgetDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
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
  return change(parts, actor, (origins) => {
    if (origins.includes(origin)) return origins
    return origins.length < MAX_ALLOWED_ORIGINS ? [...origins, origin] : { refused: 'ORIGINS_FULL' }
  })
}

/** Takes an origin off the list. Without a list any page may show the chat. */
export function removeOrigin(parts: Storefront, actor: Actor, origin: string): Promise<WidgetDesk | Refused> {
  return change(parts, actor, (origins) =>
    origins.includes(origin) ? origins.filter((one) => one !== origin) : { refused: 'NOT_FOUND' },
  )
}

async function change(
  { database, bus }: Storefront,
  { storeId }: Actor,
  next: (origins: readonly string[]) => readonly string[] | Refused,
): Promise<WidgetDesk | Refused> {
  const outcome = await runAsStore(database, storeId, async (tx) => {
    const changed = next(await lockAllowedOrigins(tx, storeId))
    if (isRefused(changed)) return changed
    await setAllowedOrigins(tx, storeId, changed)
    return widgetDesk(tx, storeId)
  })
  if (!isRefused(outcome)) bus.publish({ type: 'store', storeId })
  return outcome
}
