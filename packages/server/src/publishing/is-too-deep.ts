/** Deeper than any flow document, and far from what a recursion over a value can stand. */
const MAX_NESTING = 32

/** Whether a value is nested more deeply than a flow can be. */
export function isTooDeep(value: unknown, left = MAX_NESTING): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1))
}
