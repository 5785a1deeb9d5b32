/**
 * The place (JSON Pointer) of the first text that no database stores and no UTF-8 carries: one with U+0000 or an unpaired
 * surrogate; null when all are fine. For values whose shape is already checked, so they are shallow.
 */
export function findBadText(value: unknown, at = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? at : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const found = findBadText(inner, `${at}/${key}`)
    if (found !== null) return found
  }
  return null
}
