import { DAY_MS } from '../time/duration.ts'

/** What a buyer did with a product, the last time. `category` is the product's. */
export interface Interest {
  readonly kind: 'viewed' | 'opened' | 'asked'
  readonly ref: string
  readonly category: string | null
  readonly at: number
}

/** A product that may be recommended: available and published. */
export interface Candidate {
  readonly ref: string
  readonly category: string | null
  /** Place among the pinned ones, 1 first; null: not pinned. */
  readonly pinned: number | null
  readonly sales: number
}

/** Puts what may be recommended into the order in which it is, each product once. Pure; another one can be given to the server (REC-04). */
export type RankProducts = <Product extends Candidate>(
  candidates: readonly Product[],
  interests: readonly Interest[],
  at: number,
) => readonly Product[]

/** Asking says more than opening a card, and that more than passing by. */
const WEIGHTS: Readonly<Record<Interest['kind'], number>> = { viewed: 1, opened: 2, asked: 3 }
/** An interest counts half after a week. */
const HALF_LIFE_MS = 7 * DAY_MS

/**
 * First what the buyer asked about, opened or viewed, the strongest and newest interest first; then more of the same categories; then
 * what the seller pinned, in the seller's order; then the best sellers (REC-01).
 */
export const rankByInterest: RankProducts = (candidates, interests, at) => {
  const ofProduct = new Map<string, number>()
  const ofCategory = new Map<string, number>()
  for (const { kind, ref, category, at: then } of interests) {
    const weight = WEIGHTS[kind] * 2 ** (-Math.max(0, at - then) / HALF_LIFE_MS)
    add(ofProduct, ref, weight)
    if (category !== null) add(ofCategory, category, weight)
  }
  const placed = candidates.map((product) => ({ product, place: placeOf(product, ofProduct, ofCategory) }))
  placed.sort((one, other) => compare(one.place, other.place) || compareRefs(one.product, other.product))
  const seen = new Set<string>()
  return placed.flatMap(({ product }) => (seen.size === seen.add(product.ref).size ? [] : [product]))
}

/** Smaller comes first, number by number. */
type Place = readonly [tier: number, strength: number, sales: number]

function placeOf(
  { ref, category, pinned, sales }: Candidate,
  ofProduct: ReadonlyMap<string, number>,
  ofCategory: ReadonlyMap<string, number>,
): Place {
  const own = ofProduct.get(ref)
  if (own !== undefined) return [1, -own, -sales]
  const near = category === null ? undefined : ofCategory.get(category)
  if (near !== undefined) return [2, -near, -sales]
  return pinned === null ? [4, 0, -sales] : [3, pinned, -sales]
}

function add(sums: Map<string, number>, key: string, weight: number): void {
  sums.set(key, (sums.get(key) ?? 0) + weight)
}

function compare(one: Place, other: Place): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}

function compareRefs({ ref: one }: Candidate, { ref: other }: Candidate): number {
  return one < other ? -1 : one > other ? 1 : 0
}
