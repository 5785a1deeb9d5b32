import type { CountedCategory } from '@shopbell/protocol'

/** The list as it is being changed. `products` counts what the server has in each. */
export type CategoryDraft = readonly CountedCategory[]

/** Adds a category at the end; its ref is made of its name, so that files of products can say it. */
export function addCategory(draft: CategoryDraft, name: string): CategoryDraft {
  const stem =
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, MAX_STEM) || 'category'
  const taken = new Set(draft.map(({ ref }) => ref))
  let ref = stem
  for (let n = 2; taken.has(ref); n += 1) ref = `${stem}-${String(n)}`
  return [...draft, { ref, name, products: 0 }]
}

/** Leaves room for a number in a ref. */
const MAX_STEM = 40

export function renameCategory(draft: CategoryDraft, ref: string, name: string): CategoryDraft {
  return draft.map((one) => (one.ref === ref ? { ...one, name } : one))
}

/** Makes a category part of another; an empty ref: of none. */
export function setParent(draft: CategoryDraft, ref: string, parent: string): CategoryDraft {
  return draft.map((one) => (one.ref === ref ? withParent(one, parent) : one))
}

/** Takes a category out; what was part of it becomes part of what it was part of. */
export function removeCategory(draft: CategoryDraft, ref: string): CategoryDraft {
  const gone = draft.find((one) => one.ref === ref)
  return draft
    .filter((one) => one !== gone)
    .map((one) => (one.parent === ref ? withParent(one, gone?.parent ?? '') : one))
}

/** What a category may be part of: everything but itself and what is part of it. */
export function possibleParents(draft: CategoryDraft, ref: string): CategoryDraft {
  const parents = new Map(draft.map((one) => [one.ref, one.parent]))
  const isInside = (at: string | undefined): boolean =>
    at !== undefined && (at === ref || isInside(parents.get(at)))
  return draft.filter((one) => !isInside(one.ref))
}

function withParent({ parent: _, ...rest }: CountedCategory, parent: string): CountedCategory {
  return parent === '' ? rest : { ...rest, parent }
}
