/** The keys of two records: those of the second in its order, then those that only the first has. */
export function eitherKey(before: object, after: object): readonly string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
}
