import fc from 'fast-check'

/** The same value with the keys of all its objects in any other order. */
export function shuffledKeys<T>(value: T): fc.Arbitrary<T> {
  return fc.infiniteStream(fc.nat()).map((dice) => shuffle(value, () => Number(dice.next().value)))
}

function shuffle<T>(value: T, roll: () => number): T
function shuffle(value: unknown, roll: () => number): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffle(item, roll))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [roll(), key, shuffle(item, roll)] as const)
  return Object.fromEntries([...entries].sort(([a], [b]) => a - b).map(([, key, item]) => [key, item]))
}
