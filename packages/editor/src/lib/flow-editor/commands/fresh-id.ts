/** An id that is not taken yet: `ask`, then `ask-2`, `ask-3`, … (flow-format rule 1). */
export function freshId(wanted: string, taken: ReadonlySet<string> | readonly string[]): string {
  const used = new Set(taken)
  const stem = wanted.slice(0, MAX_STEM)
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (!used.has(id)) return id
  }
}

/** Leaves room for a number in the forty characters of an id. */
const MAX_STEM = 34
