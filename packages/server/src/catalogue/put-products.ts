import type { Product, ProductsPut } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import type { Refused } from '../reception/refused.ts'
import { putProducts as store } from '../store/put-products.ts'
import { countCategories } from '../store/categories.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'
import { findTwice } from './find-twice.ts'
import { MAX_CATEGORIES } from '@shopbell/protocol'
import { priceFault } from './price-fault.ts'

/** A refusal with a sentence that names the product. */
export interface ProductsRefused extends Refused {
  readonly message: string
}

/** Puts or replaces products by their ref; all of them or none. Repeating it changes nothing but the instant. */
export async function putProducts(
  { database, clock, bus }: Catalogue,
  actor: Actor,
  products: readonly Product[],
): Promise<ProductsPut | ProductsRefused> {
  const twice = findTwice(products.map(({ ref }) => ref))
  if (twice !== undefined) return unfit(twice, 'it is there twice; send each product once')
  for (const product of products) {
    const fault = priceFault(product)
    if (fault !== null) return unfit(product.ref, fault)
  }
  const { storeId } = actor
  const put = await doOnce(database, actor, async (tx) => {
    const named = [...new Set(products.flatMap(({ category }) => category ?? []))]
    if ((await countCategories(tx, storeId, named)) > MAX_CATEGORIES) return null
    const counted = await store(tx, storeId, products, clock.now())
    await moveStoreVersion(tx, storeId)
    return counted
  })
  if (put === null) {
    const message = `A store can have ${String(MAX_CATEGORIES)} categories; use one that is there.`
    return { refused: 'CATALOGUE_UNFIT', message }
  }
  bus.publish({ type: 'store', storeId })
  return put
}

function unfit(ref: string, what: string): ProductsRefused {
  return { refused: 'CATALOGUE_UNFIT', message: `Product ${ref}: ${what}.` }
}
