/** Does one thing at a time for each key, in the order of asking; different keys do not wait for each other. */
export type InOrder = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>

export function createInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    // Whoever was before may have failed; that is told to whoever asked for it.
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    last.set(key, settled)
    try {
      return await mine
    } finally {
      if (last.get(key) === settled) last.delete(key)
    }
  }
}
