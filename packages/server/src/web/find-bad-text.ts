/**
 * The place (JSON Pointer) of the first text that no database stores and no UTF-8 carries: one with U+0000 or an unpaired
 * surrogate; null when all are fine. Goes into values of any depth without using up the stack.
 */
export function findBadText(value: unknown): string | null {
  const left: { readonly at: string; readonly value: unknown }[] = [{ at: '', value }]
  for (let here = left.pop(); here !== undefined; here = left.pop()) {
    const { at, value: found } = here
    if (typeof found === 'string' && (found.includes('\0') || !found.isWellFormed())) return at
    if (typeof found !== 'object' || found === null) continue
    const inner: [string, unknown][] = Object.entries(found)
    for (const [key, value] of inner.reverse()) left.push({ at: `${at}/${key}`, value })
  }
  return null
}
