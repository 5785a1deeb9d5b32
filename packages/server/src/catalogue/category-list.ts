import type { Categories, Category } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { categoriesOf, putCategories as put } from '../store/categories.ts'
import { runAsStore } from '../store/run-as.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'
import { findTwice } from './find-twice.ts'
import type { ProductsRefused } from './put-products.ts'

export function readCategories(
  { database }: Pick<Catalogue, 'database'>,
  { storeId }: Actor,
): Promise<Categories> {
  return runAsStore(database, storeId, async (tx) => ({ categories: [...(await categoriesOf(tx, storeId))] }))
}

/** Replaces all categories. Each ref once, each parent among them, and none inside itself. The store’s log has who did it. */
export async function putCategories(
  { database, bus, clock }: Catalogue,
  actor: Actor,
  categories: readonly Category[],
): Promise<Categories | ProductsRefused> {
  const { storeId } = actor
  const fault = faultOfCategories(categories)
  if (fault !== null) return { refused: 'CATALOGUE_UNFIT', message: fault }
  const answer = await doOnce(database, actor, async (tx): Promise<Categories> => {
    await put(tx, storeId, categories)
    const details = { categories: categories.length }
    await recordAudit(tx, actor, { at: clock.now(), action: 'categories_changed', details })
    await moveStoreVersion(tx, storeId)
    return { categories: [...categories] }
  })
  bus.publish({ type: 'store', storeId })
  return answer
}

/** Why these cannot be a store's categories; null: they can. */
export function faultOfCategories(categories: readonly Category[]): string | null {
  const twice = findTwice(categories.map(({ ref }) => ref))
  if (twice !== undefined) return `Category ${twice} is there twice; send each once.`
  const parents = new Map(categories.map(({ ref, parent }) => [ref, parent]))
  for (const { ref, parent } of categories) {
    if (parent !== undefined && !parents.has(parent))
      return `Category ${ref} is part of ${parent}, which is not in the list; send it, too.`
    if (isInsideItself(ref, parents)) return `Category ${ref} is part of itself; give it another parent.`
  }
  return null
}

function isInsideItself(ref: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const above = new Set<string>()
  for (let at = parents.get(ref); at !== undefined && !above.has(at); at = parents.get(at)) {
    if (at === ref) return true
    above.add(at)
  }
  return false
}
