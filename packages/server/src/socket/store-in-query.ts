import type { IncomingMessage } from 'node:http'
import type { Stores } from '../reception/stores.ts'
import type { StoreRow } from '../store/stores.ts'

/** What `?store=` of an address says; null: it says nothing. */
export function storeNameIn({ url = '' }: Pick<IncomingMessage, 'url'>): string | null {
  return new URLSearchParams(url.split('?')[1] ?? '').get('store')
}

/** The store of this public id; null: there is none, or no store could be called so. */
export function storeNamed(stores: Pick<Stores, 'byPublicId'>, publicId: string): Promise<StoreRow | null> {
  return /^[A-Za-z0-9_-]{1,64}$/.test(publicId) ? stores.byPublicId(publicId) : Promise.resolve(null)
}
