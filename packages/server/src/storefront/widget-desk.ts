import type { WidgetDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Tx } from '../store/database.ts'
import { avatarAddress } from '../store/avatar-address.ts'
import { runAsStore } from '../store/run-as.ts'
import { type ShopPageRow, shopPagesOf } from '../store/shop-pages.ts'
import { storeById } from '../store/stores.ts'
import { widgetSettingsOf } from '../store/widget-settings.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import type { Storefront } from './storefront.ts'

/** Everything about the chat on shop pages, for who sets it up. */
export function readWidgetDesk(
  parts: Pick<Storefront, 'database' | 'ownOrigin'>,
  { storeId }: Actor,
): Promise<WidgetDesk> {
  return runAsStore(parts.database, storeId, (tx) => widgetDesk(parts, tx, storeId))
}

/** As the store. Throws where it is gone, which an account's key does not allow. */
export async function widgetDesk(
  { ownOrigin }: Pick<Storefront, 'ownOrigin'>,
  tx: Tx,
  storeId: number,
): Promise<WidgetDesk> {
  const store = await storeById(tx, storeId)
  if (store === null) throw new Error(`Store ${String(storeId)} is gone.`)
  const { publicId, name, shownName, avatar, allowedOrigins, widgetRevision } = store
  const pages = await shopPagesOf(tx, storeId)
  return {
    store: publicId,
    name: shownName ?? name,
    ...(avatar === null ? {} : { avatar: avatarAddress(avatar, ownOrigin()) }),
    settings: widgetSettingsOf(store),
    revision: widgetRevision,
    allowedOrigins: [...allowedOrigins],
    pages: pages.map((page) => shownPage(page, allowedOrigins)),
  }
}

/** An origin that was refused and is allowed by now is no longer worth a warning, and the other way round. */
function shownPage({ origin, path, allowed, seenAt }: ShopPageRow, allowedOrigins: readonly string[]) {
  return {
    origin,
    ...(path === null ? {} : { path }),
    allowed: allowed || isAllowedOrigin(allowedOrigins, origin),
    at: seenAt,
  }
}
