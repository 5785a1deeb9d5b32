import { type CatalogueImported, MAX_CATEGORIES, type Product } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { countCategories } from '../store/categories.ts'
import type { Tx } from '../store/database.ts'
import { countKnown, type PutCount, putProducts } from '../store/put-products.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'
import type { ProductFile } from './read-products.ts'

/** Products written by one statement. */
const BATCH = 1_000

/**
 * Puts the products of a file in one transaction: all of them, or with one problem none. Products that are not in the file stay. Without
 * `save` it only says what would happen.
 */
export async function importProducts(
  { database, clock, bus }: Catalogue,
  actor: Actor,
  { products, problems, problemCount, rows }: ProductFile,
  save: boolean,
): Promise<CatalogueImported> {
  const { storeId } = actor
  if (problemCount > 0) return { ...NOTHING, rows, problems: [...problems], problemCount }

  const named = [...new Set(products.flatMap(({ category }) => category ?? []))]
  // The rows are locked in one order, so that two imports at once wait for each other instead of for ever.
  const sorted = products.toSorted((one, other) => (one.ref < other.ref ? -1 : 1))
  const imported = await doOnce(database, actor, async (tx): Promise<CatalogueImported | null> => {
    if ((await countCategories(tx, storeId, named)) > MAX_CATEGORIES) return null
    const counted = save
      ? await putAll(tx, storeId, sorted, clock.now())
      : await countWhatWould(tx, storeId, sorted)
    if (save) {
      const details = { products: rows, ...counted }
      await recordAudit(tx, actor, { at: clock.now(), action: 'products_imported', details })
      await moveStoreVersion(tx, storeId)
    }
    return { saved: save, rows, ...counted, problems: [], problemCount: 0 }
  })
  if (imported === null) {
    const message = `A store can have ${String(MAX_CATEGORIES)} categories; the file names too many.`
    const problem = { row: 1, column: 'category', code: 'TOO_MANY_CATEGORIES', message } as const
    return { ...NOTHING, rows, problems: [problem], problemCount: 1 }
  }
  if (save) bus.publish({ type: 'store', storeId })
  return imported
}

const NOTHING = { saved: false, created: 0, updated: 0 } as const

async function putAll(tx: Tx, storeId: number, products: readonly Product[], at: number): Promise<PutCount> {
  let created = 0
  let updated = 0
  for (let from = 0; from < products.length; from += BATCH) {
    const put = await putProducts(tx, storeId, products.slice(from, from + BATCH), at)
    created += put.created
    updated += put.updated
  }
  return { created, updated }
}

async function countWhatWould(tx: Tx, storeId: number, products: readonly Product[]): Promise<PutCount> {
  let updated = 0
  for (let from = 0; from < products.length; from += BATCH) {
    const refs = products.slice(from, from + BATCH).map(({ ref }) => ref)
    updated += await countKnown(tx, storeId, refs)
  }
  return { created: products.length - updated, updated }
}
