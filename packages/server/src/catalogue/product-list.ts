import type {
  ListedProduct,
  PinnedBody,
  PinnedProducts,
  ProductChanges,
  ProductList,
} from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import {
  changeProduct as change,
  deleteProduct,
  listedProduct,
  listProducts,
  lockPinned,
  namedProducts,
  pinnedProducts,
  type ProductFilter,
  setPinned,
} from '../store/products.ts'
import { readRowPlace, writeRowPlace } from '../store/row-place.ts'
import { runAsStore } from '../store/run-as.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'

export interface WantedProducts extends Omit<ProductFilter, 'words' | 'after'> {
  readonly text?: string | undefined
  /** The `next` of the page above. */
  readonly before?: string | undefined
  readonly limit: number
}

/** A page of the products that have all the words and fit, by title. */
export function readProducts(
  { database }: Pick<Catalogue, 'database'>,
  { storeId }: Actor,
  { text = '', before, limit, ...filter }: WantedProducts,
): Promise<ProductList> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const after = before === undefined ? null : readRowPlace(before)
  return runAsStore(database, storeId, async (tx) => {
    const products = await listProducts(tx, storeId, { words, after, ...filter }, limit + 1)
    const page = products.slice(0, limit)
    const last = products.length > limit ? page.at(-1) : undefined
    return { products: page, ...(last === undefined ? {} : { next: writeRowPlace([last.title, last.ref]) }) }
  })
}

/** These products, as far as the store has them. */
export function readNamed(
  { database }: Pick<Catalogue, 'database'>,
  { storeId }: Actor,
  refs: readonly string[],
): Promise<ProductList> {
  return runAsStore(database, storeId, async (tx) => ({
    products: [...(await namedProducts(tx, storeId, refs))],
  }))
}

/** The products recommended first, in the seller's order (REC-01). */
export function readPinned(
  { database }: Pick<Catalogue, 'database'>,
  { storeId }: Actor,
): Promise<PinnedProducts> {
  return runAsStore(database, storeId, async (tx) => ({ pinned: [...(await pinnedProducts(tx, storeId))] }))
}

/** Pins products in a new order. Somebody else's order is not saved over: `SETTINGS_MOVED`. */
export async function pinProducts(
  { database, bus, clock }: Catalogue,
  actor: Actor,
  { from, to }: PinnedBody,
): Promise<PinnedProducts | Refused> {
  const { storeId } = actor
  const outcome = await doOnce(database, actor, async (tx) => {
    const before = await lockPinned(tx, storeId)
    if (before.join('\n') !== from.join('\n')) return { refused: 'SETTINGS_MOVED' } as const
    if ((await setPinned(tx, storeId, to)) < to.length) throw new UnknownProduct()
    await recordAudit(tx, actor, {
      at: clock.now(),
      action: 'products_pinned',
      details: { products: to.length },
    })
    return { pinned: [...(await pinnedProducts(tx, storeId))] }
  }).catch((error: unknown) => {
    if (error instanceof UnknownProduct) return { refused: 'NOT_FOUND' } as const
    throw error
  })
  if (!('refused' in outcome)) bus.publish({ type: 'store', storeId })
  return outcome
}

/** Thrown so that what was unpinned before is pinned again. */
class UnknownProduct extends Error {}

/** Says whether buyers may have a product, and see it; null: there is none. */
export async function changeProduct(
  { database, bus, clock }: Catalogue,
  actor: Actor,
  { ref, ...state }: ProductChanges,
): Promise<ListedProduct | null> {
  const { storeId } = actor
  const changed = await doOnce(database, actor, async (tx) => {
    if (!(await change(tx, storeId, ref, state, clock.now()))) return null
    await moveStoreVersion(tx, storeId)
    return listedProduct(tx, storeId, ref)
  })
  if (changed !== null) bus.publish({ type: 'store', storeId })
  return changed
}

/** Removes a product for good; false: there is none. What was said of it in conversations stays. */
export async function removeProduct(
  { database, bus, clock }: Catalogue,
  actor: Actor,
  ref: string,
): Promise<boolean> {
  const { storeId } = actor
  const removed = await doOnce(database, actor, async (tx) => {
    if (!(await deleteProduct(tx, storeId, ref))) return false
    await recordAudit(tx, actor, { at: clock.now(), action: 'product_removed', subject: ref })
    await moveStoreVersion(tx, storeId)
    return true
  })
  if (removed) bus.publish({ type: 'store', storeId })
  return removed
}
