/** A set that is replaced, never changed: state holds it whole. */
export const setOf = <T>(items: Iterable<T> = []): ReadonlySet<T> => new Set(items)
