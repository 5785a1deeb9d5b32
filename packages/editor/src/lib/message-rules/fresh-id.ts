/** An id that none of these has: of rules, questions or entries. */
export function freshId(taken: readonly string[]): string {
  for (;;) {
    const id = `r-${Math.random().toString(36).slice(2, 10)}`
    if (!taken.includes(id)) return id
  }
}
