/** Runs work with a bound on how much runs and how much waits. */
export interface BoundedQueue {
  /** The promise of the work's result, or null when too much already waits; then the work is never begun. */
  run<T>(work: () => Promise<T>): Promise<T> | null
}

/** At most `running` pieces of work at a time and `waiting` behind them, first come first served. */
export function createBoundedQueue(bound: {
  readonly running: number
  readonly waiting: number
}): BoundedQueue {
  const waiting: (() => void)[] = []
  let running = 0

  function begin(): Promise<void> {
    if (running < bound.running) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      waiting.push(resolve)
    })
  }

  function end(): void {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return {
    run(work) {
      if (running >= bound.running && waiting.length >= bound.waiting) return null
      return begin().then(work).finally(end)
    },
  }
}
