/**
 * A place in a list that is ordered by a value and then by `ref`: those of the last row above it. It holds what it needs, so the list
 * goes on where it was also when that row is gone or has another title.
 */
export type RowPlace<Value extends string | number = string | number> = readonly [value: Value, ref: string]

/** As the `next` of a page: letters that need no escape in an address. */
export function writeRowPlace(place: RowPlace): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url')
}

/** The place that `writeRowPlace` wrote; null: it is something else. */
export function readRowPlace(text: string): RowPlace | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(place) || place.length !== 2) return null
    const [value, ref]: readonly unknown[] = place
    if (typeof ref !== 'string' || hasNul(ref)) return null
    if (typeof value === 'string') return hasNul(value) ? null : [value, ref]
    return typeof value === 'number' && Number.isSafeInteger(value) ? [value, ref] : null
  } catch {
    return null
  }
}

/** PostgreSQL has no text with it. */
function hasNul(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}
