/** The first text that is there twice; undefined: all differ. */
export function findTwice(refs: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return refs.find((ref) => seen.size === seen.add(ref).size)
}
