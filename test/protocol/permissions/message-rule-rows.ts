import { DEFAULT_CARD_LIST, DEFAULT_MENU, DEFAULT_PRODUCT_REPLIES } from '@shopbell/protocol'
import type { RouteRow } from './route-rows.ts'

/** What the robot says beside the flow: everybody may read it; product-card replies everybody may change, too (PRM-01, PRM-02). */
export function messageRuleRows(): readonly RouteRow[] {
  const at = '/api/v1/settings'
  const gives = 'SETTINGS_MOVED'
  const stale = (settings: object) => ({ settings, revision: 7 })
  return [
    { route: `GET ${at}/product-replies`, lets: 'account', gives: 200 },
    { route: `POST ${at}/product-replies`, lets: 'account', body: stale(DEFAULT_PRODUCT_REPLIES), gives },
    { route: `GET ${at}/card-list`, lets: 'account', gives: 200 },
    { route: `POST ${at}/card-list`, lets: 'keeper', body: stale(DEFAULT_CARD_LIST), gives },
    { route: `GET ${at}/menu`, lets: 'account', gives: 200 },
    { route: `POST ${at}/menu`, lets: 'keeper', body: stale(DEFAULT_MENU), gives },
  ]
}
