import type { ListedProduct } from '@shopbell/protocol'
import { untrack } from 'svelte'
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import { namedProducts } from '#lib/api/catalogue.ts'

/** Products that settings name by their refs, with their titles as soon as those are known. */
export interface NamedProducts {
  readonly note: (products: readonly ListedProduct[]) => void
  /** Asks for those that were not asked for yet. */
  readonly ask: (refs: readonly string[]) => Promise<void>
  readonly get: (ref: string) => ListedProduct | undefined
  /** Its title, else the ref itself. */
  readonly title: (ref: string) => string
}

export function createNamedProducts(): NamedProducts {
  const known = new SvelteMap<string, ListedProduct>()
  const asked = new SvelteSet<string>()

  function note(products: readonly ListedProduct[]): void {
    for (const product of products) known.set(product.ref, product)
  }

  /** Whoever asks within an effect does not wait for the answer there. */
  function unknownOf(refs: readonly string[]): readonly string[] {
    return untrack(() => {
      const unknown = refs.filter((ref) => !asked.has(ref) && !known.has(ref))
      for (const ref of unknown) asked.add(ref)
      return unknown
    })
  }

  return {
    note,
    ask: async (refs) => {
      const unknown = unknownOf(refs)
      if (unknown.length === 0) return
      const answer = await namedProducts(unknown)
      if (answer.ok) note(answer.value.products)
    },
    get: (ref) => known.get(ref),
    title: (ref) => known.get(ref)?.title ?? ref,
  }
}
