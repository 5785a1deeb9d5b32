import type { StoreRow } from '../store/stores.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import type { PageNotes } from './page-notes.ts'

interface Needed {
  readonly pages: PageNotes
  /** Pages of this server may always embed the chat. */
  readonly ownOrigin: () => string
}

/** Whether a page of this origin may speak to the store; the seller reads which pages asked. */
export function letsIn({ pages, ownOrigin }: Needed, store: StoreRow, origin: string | undefined): boolean {
  const allowed = origin === ownOrigin() || isAllowedOrigin(store.allowedOrigins, origin)
  pages.note({ storeId: store.id, origin, allowed })
  return allowed
}
