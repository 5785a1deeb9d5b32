/**
 * Which items changed their place: the fewest whose moving explains the new order. Items that came or went move nobody: `[a, b, c]`
 * to `[c, a, b]` moved `c` alone.
 */
export function movedItems(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const stayed = after.filter((item) => before.includes(item))
  const places = stayed.map((item) => before.indexOf(item))
  // Longest run of items that still stand in their old order: best[i] is the one that ends with item i.
  const best: number[][] = []
  for (const [index, place] of places.entries()) {
    const onto = best
      .slice(0, index)
      .filter((_run, earlier) => (places[earlier] ?? 0) < place)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), [])
    best.push([...onto, index])
  }
  const longest = best.reduce<number[]>((found, run) => (run.length > found.length ? run : found), [])
  return new Set(stayed.filter((_item, index) => !longest.includes(index)))
}
