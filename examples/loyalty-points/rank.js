/**
 * Best sellers first, whatever the seller pinned: members have seen the pinned ones. Pure, each product once, and the same order for the
 * same input.
 *
 * @type {import('@shopbell/engine').RankProducts}
 */
export function rankForMembers(candidates) {
  const once = [...new Map(candidates.map((product) => [product.ref, product])).values()]
  return once.sort((one, other) => other.sales - one.sales || compare(one.ref, other.ref))
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0
}
