import type { Category, CategoryChanges, CountedCategories } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import {
  categoriesOf,
  countedCategories,
  lockCategories,
  placeCategories,
  removeCategories,
} from '../store/categories.ts'
import type { Refused } from '../reception/refused.ts'
import { runAsStore } from '../store/run-as.ts'
import { moveStoreVersion } from '../store/store-versions.ts'
import type { Catalogue } from './catalogue.ts'
import { faultOfCategories } from './category-list.ts'

/** All categories, with how many products are in each. */
export function readCountedCategories(
  { database }: Pick<Catalogue, 'database'>,
  { storeId }: Actor,
): Promise<CountedCategories> {
  return runAsStore(database, storeId, async (tx) => ({
    categories: [...(await countedCategories(tx, storeId))],
  }))
}

/**
 * Saves a list that was changed in the console. A list that somebody else changed meanwhile is not saved over: `SETTINGS_MOVED`.
 * Products of a category that goes are in none from then on.
 */
export async function changeCategories(
  { database, bus, clock }: Catalogue,
  actor: Actor,
  { from, to }: CategoryChanges,
): Promise<CountedCategories | (Refused & { readonly message?: string })> {
  const { storeId } = actor
  const fault = faultOfCategories(to)
  if (fault !== null) return { refused: 'CATALOGUE_UNFIT', message: fault }
  const outcome = await doOnce(database, actor, async (tx) => {
    await lockCategories(tx, storeId)
    if (written(await categoriesOf(tx, storeId)) !== written(from))
      return { refused: 'SETTINGS_MOVED' } as const
    const kept = new Set(to.map(({ ref }) => ref))
    // Only what this seller took out: an import may be adding others at this moment.
    await removeCategories(
      tx,
      storeId,
      from.map(({ ref }) => ref).filter((ref) => !kept.has(ref)),
    )
    await placeCategories(tx, storeId, to)
    const details = { categories: to.length }
    await recordAudit(tx, actor, { at: clock.now(), action: 'categories_changed', details })
    await moveStoreVersion(tx, storeId)
    return { categories: [...(await countedCategories(tx, storeId))] }
  })
  if (!('refused' in outcome)) bus.publish({ type: 'store', storeId })
  return outcome
}

const written = (categories: readonly Category[]) =>
  JSON.stringify(categories.map(({ ref, name, parent = null }) => [ref, name, parent]))
