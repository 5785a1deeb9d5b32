import canonicalize from 'canonicalize'

/** Equal as JSON, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || canonicalize(a) === canonicalize(b)
}
