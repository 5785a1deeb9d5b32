import { type CatalogueImported, MAX_CATEGORIES, type Product } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { countCategories } from '../store/categories.ts'
import type { Tx } from '../store/database.ts'
import { countKnown, type PutCount, putProducts } from '../store/put-products.ts'
import { runAsStore } from '../store/run-as.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'
import { FileTooBig } from './file-text.ts'
import { type FileFormat, type ProductFile, readProducts } from './read-products.ts'

/** Products written by one statement. */
const BATCH = 1_000

export interface ImportWish {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly format: FileFormat
  /** False: only say what would happen. */
  readonly save: boolean
}

/** Puts the products of a file in one transaction: all of them, or with one problem none. Products that are not in the file stay. */
export async function importProducts(
  { database, clock, bus }: Catalogue,
  actor: Actor,
  { bytes, format, save }: ImportWish,
): Promise<CatalogueImported | Refused> {
  const { storeId } = actor
  const file = await read(bytes, format)
  if (file === null) return { refused: 'TOO_BIG' }
  const { products, problems, problemCount, rows } = file
  if (problemCount > 0) return { ...NOTHING, rows, problems: [...problems], problemCount }

  const named = [...new Set(products.flatMap(({ category }) => category ?? []))]
  // The rows are locked in one order, so that two imports at once wait for each other instead of for ever.
  const sorted = products.toSorted((one, other) => (one.ref < other.ref ? -1 : 1))
  const counted = await runAsStore(database, storeId, async (tx) => {
    if ((await countCategories(tx, storeId, named)) > MAX_CATEGORIES) return null
    if (!save) return countWhatWould(tx, storeId, sorted)
    const total = await putAll(tx, storeId, sorted, clock.now())
    const details = { products: rows, ...total }
    await recordAudit(tx, actor, { at: clock.now(), action: 'products_imported', details })
    await moveStoreVersion(tx, storeId)
    return total
  })
  if (counted === null) {
    const message = `A store can have ${String(MAX_CATEGORIES)} categories; the file names too many.`
    const problem = { row: 1, column: 'category', code: 'TOO_MANY_CATEGORIES', message } as const
    return { ...NOTHING, rows, problems: [problem], problemCount: 1 }
  }
  if (save) bus.publish({ type: 'store', storeId })
  return { saved: save, rows, ...counted, problems: [], problemCount: 0 }
}

const NOTHING = { saved: false, created: 0, updated: 0 } as const

async function read(bytes: AsyncIterable<Uint8Array>, format: FileFormat): Promise<ProductFile | null> {
  try {
    return await readProducts(bytes, format)
  } catch (error) {
    if (error instanceof FileTooBig) return null
    throw error
  }
}

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
