import { DEFAULT_WIDGET_SETTINGS, type WidgetSettings } from '@shopbell/protocol'
import type { Tx } from './database.ts'
import type { StoreRow } from './stores.ts'

/** The settings of a store's chat; where nobody chose, the defaults. */
export function widgetSettingsOf({ brand, widget }: Pick<StoreRow, 'brand' | 'widget'>): WidgetSettings {
  return { ...DEFAULT_WIDGET_SETTINGS, ...widget, brand }
}

/** Replaces the settings of just this revision. Null: it is no longer the newest. As the store. */
export async function saveWidgetSettings(
  tx: Tx,
  storeId: number,
  {
    settings: { brand, ...widget },
    revision,
  }: { readonly settings: WidgetSettings; readonly revision: number },
): Promise<StoreRow | null> {
  const saved = await tx
    .updateTable('store')
    .set({ brand, widget: JSON.stringify(widget), widgetRevision: revision + 1 })
    .where('id', '=', storeId)
    .where('widgetRevision', '=', revision)
    .returningAll()
    .executeTakeFirst()
  return saved ?? null
}

/** The origins that may show the chat, with the row held until the transaction ends. As the store. */
export async function lockAllowedOrigins(tx: Tx, storeId: number): Promise<readonly string[]> {
  const { allowedOrigins } = await tx
    .selectFrom('store')
    .select('allowedOrigins')
    .where('id', '=', storeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return allowedOrigins
}

export async function setAllowedOrigins(tx: Tx, storeId: number, origins: readonly string[]): Promise<void> {
  await tx
    .updateTable('store')
    .set({ allowedOrigins: JSON.stringify(origins) })
    .where('id', '=', storeId)
    .execute()
}
