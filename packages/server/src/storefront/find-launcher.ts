import type { WidgetSettings } from '@shopbell/protocol'
import type { Stores } from '../reception/stores.ts'
import { widgetSettingsOf } from '../store/widget-settings.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import type { PageNotes } from './page-notes.ts'

export interface LauncherParts {
  readonly stores: Pick<Stores, 'byPublicId'>
  readonly pages: PageNotes
  /** Pages of this server may always show the chat. */
  readonly ownOrigin: () => string
}

/** Who asks for the launcher of a store, as its request says. */
export interface LauncherRequest {
  readonly store: string
  readonly origin: string | undefined
  readonly referrer: string | undefined
}

/** What the launcher of a page is to be: the store's own, or none because its origin is not allowed. */
export type FoundLauncher =
  { readonly store: string; readonly settings: WidgetSettings } | { readonly refusedOrigin: string }

const PUBLIC_ID = /^[A-Za-z0-9_-]{1,64}$/

/** The launcher for a page; null where there is no such store, which the chat itself then says. */
export async function findLauncher(
  { stores, pages, ownOrigin }: LauncherParts,
  { store: publicId, origin, referrer }: LauncherRequest,
): Promise<FoundLauncher | null> {
  const store = PUBLIC_ID.test(publicId) ? await stores.byPublicId(publicId) : null
  if (store === null) return null
  // A page of the script's own origin names none; whoever else names none is refused when the chat connects.
  const allowed =
    origin === undefined || origin === ownOrigin() || isAllowedOrigin(store.allowedOrigins, origin)
  pages.note({ storeId: store.id, origin, referrer, allowed })
  return allowed ? { store: publicId, settings: widgetSettingsOf(store) } : { refusedOrigin: origin }
}
