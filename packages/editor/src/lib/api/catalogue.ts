import {
  CatalogueImported,
  Categories,
  ListedProduct,
  OrderList,
  PinnedProducts,
  ProductList,
  type PinnedBody,
  type ProductChanges,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { queryText } from './query.ts'
import { request } from './request.ts'

export interface ProductWish {
  readonly text: string
  /** Empty: all. */
  readonly category: string
  readonly state: '' | 'available' | 'unavailable' | 'hidden'
}

export interface OrderWish {
  readonly text: string
  /** As the shop's own system calls it; empty: any. */
  readonly state: string
}

/** A page of the products that fit, by title; `before` is the `next` of the page above. */
export const listProducts = (wish: ProductWish, before?: string): Promise<Answer<ProductList>> =>
  request('GET', `/products${queryText({ ...wish, text: wish.text.trim(), before })}`, ProductList)

/** A page of the orders that fit, the newest first; `before` is the `next` of the page above. */
export const listOrders = (wish: OrderWish, before?: string): Promise<Answer<OrderList>> =>
  request('GET', `/orders${queryText({ ...wish, text: wish.text.trim(), before })}`, OrderList)

export const changeProduct = (changes: ProductChanges): Promise<Answer<ListedProduct>> =>
  request('POST', '/products/changes', ListedProduct, { json: changes })

export const readPinned = (): Promise<Answer<PinnedProducts>> =>
  request('GET', '/products/pinned', PinnedProducts)

/** Saves another order; `SETTINGS_MOVED` where somebody else saved meanwhile. */
export const savePinned = (order: PinnedBody): Promise<Answer<PinnedProducts>> =>
  request('POST', '/products/pinned', PinnedProducts, { json: order })

export const readCategories = (): Promise<Answer<Categories>> => request('GET', '/categories', Categories)

/** Imports a file, or with `dryRun` only says what would happen. */
export const importProducts = (file: File, dryRun: boolean): Promise<Answer<CatalogueImported>> =>
  request('POST', `/products/import?dryRun=${String(dryRun)}`, CatalogueImported, {
    file,
    type: /\.json$/i.test(file.name) ? 'application/json' : 'text/csv',
  })

/** These products, as far as the store has them. */
export const namedProducts = (refs: readonly string[]): Promise<Answer<ProductList>> =>
  request('POST', '/products/named', ProductList, { json: { refs } })
